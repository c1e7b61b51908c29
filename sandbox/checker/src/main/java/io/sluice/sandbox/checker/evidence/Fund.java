package io.sluice.sandbox.checker.evidence;

/**
 * What a merchant's payouts took in a currency, and of what.
 *
 * @param merchant {@code mer_…}
 * @param takenMinor as the row says that decides about the next one
 * @param payoutsMinor the sum of all payouts that may arrive or have
 * @param earnedMinor what the ledger's journal says was earned
 * @param lostSinceMinor what refunds and fees took off that after the last of those payouts was reserved
 */
public record Fund(
        String merchant, String currency, long takenMinor, long payoutsMinor, long earnedMinor, long lostSinceMinor) {}
