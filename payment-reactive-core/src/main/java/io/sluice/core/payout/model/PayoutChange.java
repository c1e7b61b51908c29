package io.sluice.core.payout.model;

import java.util.Locale;

/**
 * One transition of a payout: one row of the event log.
 *
 * @param type such as {@code payout.succeeded}
 * @param reason why it was decided, for operators
 * @param after the payout as it stands after it; its version is the event's sequence
 */
public record PayoutChange(String type, PayoutState from, String reason, Payout after) {

    static PayoutChange of(PayoutState from, String reason, Payout after) {
        return new PayoutChange("payout." + name(from, after.state()), from, reason, after);
    }

    /** What people rejected had nothing reserved, so that readers need not ask what a failure releases. */
    private static String name(PayoutState from, PayoutState to) {
        return from == PayoutState.REVIEW && to == PayoutState.FAILED
                ? "rejected"
                : to.name().toLowerCase(Locale.ROOT);
    }

    /** By how much it raises what payouts took from what the merchant is due; less than zero where it gives back. */
    long takesMinor() {
        long amount = after.amount().minor();
        return (after.state().takes() ? amount : 0) - (from.takes() ? amount : 0);
    }
}
