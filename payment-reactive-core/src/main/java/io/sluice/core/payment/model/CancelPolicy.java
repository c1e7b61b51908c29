package io.sluice.core.payment.model;

import java.time.Instant;

/**
 * The merchant gives a payment up. Cancelling only ever starts a close: whoever pays before the channel has closed the
 * order has paid, and the payment succeeds.
 */
final class CancelPolicy {

    private CancelPolicy() {}

    /** {@code Unchanged} when it is closing or over; its state then says whether there was anything left to cancel. */
    static Conclusion cancel(Payment payment, Instant now) {
        return Transitions.allows(payment.state(), PaymentState.CLOSING)
                ? ClosingPolicy.begin(payment, "cancelled by the merchant", due(payment, now), now)
                : new Conclusion.Unchanged("a payment in " + payment.state() + " is not cancelled");
    }

    /**
     * Who cancels closes at the channel himself, and has as long for it as a submission; then others do it. An order that
     * is on its way to the channel is waited for: what closes before it arrives, closes nothing.
     */
    private static Instant due(Payment payment, Instant now) {
        PaymentAttempt attempt = payment.lastAttempt();
        Instant known = attempt.dueAt();
        return attempt.state() == AttemptState.SENT && known != null
                ? known
                : now.plus(InquirySchedule.SUBMISSION_GRACE);
    }
}
