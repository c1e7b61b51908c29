/** The whole gateway in one thread, over simulated time, store, broker, channels and merchants: a seed decides everything. */
@NullMarked
package io.sluice.sandbox.simulation;

import org.jspecify.annotations.NullMarked;
