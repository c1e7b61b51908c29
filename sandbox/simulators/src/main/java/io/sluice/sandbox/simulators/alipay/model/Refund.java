package io.sluice.sandbox.simulators.alipay.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that goes back to the payer.
 *
 * @param outRequestNo the merchant's own number, by which it is idempotent
 * @param doneAt when the money went, null while it has not
 */
public record Refund(
        String outRequestNo,
        long fen,
        @Nullable String reason,
        RefundOutcome outcome,
        Instant createdAt,
        @Nullable Instant doneAt) {

    public static Refund begun(String outRequestNo, long fen, @Nullable String reason, Instant now) {
        RefundOutcome outcome = RefundOutcome.markedIn(reason);
        return new Refund(outRequestNo, fen, reason, outcome, now, outcome.takesTime() ? null : now);
    }

    public Refund done(Instant now) {
        return new Refund(outRequestNo, fen, reason, outcome, createdAt, now);
    }
}
