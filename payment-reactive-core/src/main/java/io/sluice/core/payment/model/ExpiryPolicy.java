package io.sluice.core.payment.model;

import java.time.Instant;
import java.util.List;

/** Expiry only ever starts a close: CLOSED is said when the channel has confirmed that nobody can pay any more. */
final class ExpiryPolicy {

    private ExpiryPolicy() {}

    static Conclusion expire(Payment payment, Instant now) {
        if (now.isBefore(payment.expiresAt())) {
            return new Conclusion.Unchanged("expires at " + payment.expiresAt());
        }
        if (!Transitions.allows(payment.state(), PaymentState.CLOSING)) {
            return new Conclusion.Unchanged("a payment in " + payment.state() + " does not expire");
        }
        PaymentAttempt attempt = payment.lastAttempt();
        Instant due = InquirySchedule.next(attempt.inquiries(), now, payment.expiresAt());
        PaymentAttempt waiting = attempt.to(attempt.state(), null, null, due, now);
        Payment closing = payment.next(PaymentState.CLOSING, null, null, waiting, now);
        return new Conclusion.Changed(new Transition(
                payment.version(),
                List.of(PaymentChange.of(payment.state(), "expired at " + payment.expiresAt(), closing))));
    }
}
