/** What must hold after every seed. */
@NullMarked
package io.sluice.sandbox.simulation.invariant;

import org.jspecify.annotations.NullMarked;
