package io.sluice.core.payment.model;

import java.time.Instant;

/** The payer's time is over. Expiry only ever starts a close. */
final class ExpiryPolicy {

    private ExpiryPolicy() {}

    static Conclusion expire(Payment payment, Instant now) {
        if (now.isBefore(payment.expiresAt())) {
            return new Conclusion.Unchanged("expires at " + payment.expiresAt());
        }
        if (!Transitions.allows(payment.state(), PaymentState.CLOSING)) {
            return new Conclusion.Unchanged("a payment in " + payment.state() + " does not expire");
        }
        Instant due = InquirySchedule.next(payment.lastAttempt().inquiries(), now, payment.expiresAt());
        return ClosingPolicy.begin(payment, "expired at " + payment.expiresAt(), due, now);
    }
}
