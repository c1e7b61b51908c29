/** Sending callbacks until they are accepted, and the log of that. */
@NullMarked
package io.sluice.sandbox.simulators.callback;

import org.jspecify.annotations.NullMarked;
