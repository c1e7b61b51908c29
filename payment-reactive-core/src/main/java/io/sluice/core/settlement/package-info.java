/** Agreeing with hosts on what a terminal's day came to. */
@NullMarked
package io.sluice.core.settlement;

import org.jspecify.annotations.NullMarked;
