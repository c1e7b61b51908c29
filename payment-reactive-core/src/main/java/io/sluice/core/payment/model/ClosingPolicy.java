package io.sluice.core.payment.model;

import java.time.Instant;
import java.util.List;

/** How a payment begins to close: CLOSED is said when the channel has confirmed that nobody can pay any more. */
final class ClosingPolicy {

    private ClosingPolicy() {}

    /** @param due when an attempt that is open must be closed at its channel, if nobody has done it by then */
    static Conclusion begin(Payment payment, String reason, Instant due, Instant now) {
        PaymentAttempt attempt = payment.lastAttempt();
        Instant nextDue = attempt.state().isOpen() ? due : null;
        PaymentAttempt waiting = attempt.to(attempt.state(), null, null, nextDue, now);
        Payment closing = payment.next(PaymentState.CLOSING, null, null, waiting, now);
        return new Conclusion.Changed(
                new Transition(payment.version(), List.of(PaymentChange.of(payment.state(), reason, closing))));
    }
}
