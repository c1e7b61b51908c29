/** Time, chance and processes that repeat. */
@NullMarked
package io.sluice.sandbox.simulation.time;

import org.jspecify.annotations.NullMarked;
