/** Payouts as the demo merchant makes them: to a made-up card, with what the simulator is asked to play. */
@NullMarked
package io.sluice.sandbox.payout;

import org.jspecify.annotations.NullMarked;
