/** What all channel simulators share: a journal that survives a kill of the process, threads and JSON. */
@NullMarked
package io.sluice.sandbox.simulators;

import org.jspecify.annotations.NullMarked;
