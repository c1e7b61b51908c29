/** Agreeing with hosts on the days that are over. */
@NullMarked
package io.sluice.callback.settlement;

import org.jspecify.annotations.NullMarked;
