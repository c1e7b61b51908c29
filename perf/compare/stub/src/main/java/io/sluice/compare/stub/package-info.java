/** A channel that says yes after 100 ms, as cheaply as it can, and Sluice's adapter to it. */
@NullMarked
package io.sluice.compare.stub;

import org.jspecify.annotations.NullMarked;
