/** Payers' cards: sealed with the attempt that charges them before its channel is called, and opened for the channel alone. */
@NullMarked
package io.sluice.core.card;

import org.jspecify.annotations.NullMarked;
