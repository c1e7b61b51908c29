package io.sluice.core.payment.model;

import java.util.Locale;

/**
 * Whether a merchant may rely on what a payment says of the payer's money. Everything that may still become a charge
 * counts as doubt, an order that waits for the payer too: he may have paid a moment ago.
 */
public enum ChargeSafety {
    /**
     * Each attempt is known for good: none took or holds money, or the one does that the payment's state tells of, and no
     * capture of it is under way.
     */
    SAFE,
    /** An attempt or a capture may be or become a charge, and will be known by itself: from its answer, a callback or an inquiry. */
    IN_DOUBT,
    /** No further attempt is made, and none should be made elsewhere: people or a reversal settle first what happened. */
    FENCED;

    public static ChargeSafety of(Payment payment) {
        if (payment.state() == PaymentState.CONFLICTED
                || payment.attempts().stream().anyMatch(attempt -> fences(attempt.state()))) {
            return FENCED;
        }
        boolean doubt = payment.totals().captureReservedMinor() > 0
                || payment.attempts().stream()
                        .anyMatch(attempt -> attempt.state().isOpen());
        return doubt ? IN_DOUBT : SAFE;
    }

    private static boolean fences(AttemptState state) {
        return state == AttemptState.MANUAL || state == AttemptState.REVERSING;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
