/** Payouts: money that leaves, to whom a merchant names, out of what the merchant is due. */
@NullMarked
package io.sluice.core.payout;

import org.jspecify.annotations.NullMarked;
