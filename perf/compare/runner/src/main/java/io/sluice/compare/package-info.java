/** Runs the contestants in turn and says how they compare. */
@NullMarked
package io.sluice.compare;

import org.jspecify.annotations.NullMarked;
