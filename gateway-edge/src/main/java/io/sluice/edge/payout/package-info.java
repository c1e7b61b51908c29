/** Payouts over HTTP. */
@NullMarked
package io.sluice.edge.payout;

import org.jspecify.annotations.NullMarked;
