/** Callbacks, their sendings and when they are sent again. Pure values. */
@NullMarked
package io.sluice.sandbox.simulators.callback.model;

import org.jspecify.annotations.NullMarked;
