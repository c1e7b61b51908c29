package io.sluice.core.refund.model;

import io.sluice.core.id.RefundId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sets a refund's amount aside on its payment. It is recorded together with the intent to send it, so that the refund goes
 * from RESERVED to SENT in the write that reserves it, and no byte leaves before that write is committed.
 */
final class ReservationPolicy {

    private ReservationPolicy() {}

    static RefundDecision reserve(Payment payment, RequestRefund command, RefundId id, Instant now) {
        Optional<PaymentAttempt> paid = payment.attempts().stream()
                .filter(attempt -> attempt.state() == AttemptState.SUCCEEDED)
                .findFirst();
        if (payment.state() != PaymentState.SUCCEEDED || paid.isEmpty()) {
            return new RefundDecision.NotRefundable(payment.state());
        }
        long left = payment.refunds().leftOf(payment.amount().minor());
        Long asked = command.amountMinor();
        long wanted = asked == null ? left : asked;
        if (wanted <= 0 || wanted > left) {
            return new RefundDecision.Exceeds(new Money(left, payment.amount().currency()));
        }
        Refund refund = sent(paid.get(), payment, command, id, wanted, now);
        Payment reserved = payment.withRefunds(payment.refunds().plus(wanted, 0), now);
        String reason = "reserved " + refund.amount() + " of " + payment.amount() + ", " + (left - wanted) + " left";
        return new RefundDecision.Reserved(new RefundTransition(
                payment.version(), List.of(RefundChange.of(RefundState.RESERVED, reason, refund, reserved))));
    }

    private static Refund sent(
            PaymentAttempt paid, Payment payment, RequestRefund command, RefundId id, long wanted, Instant now) {
        return new Refund(
                payment.merchantId(),
                id,
                payment.id(),
                paid.id(),
                paid.account(),
                paid.channel(),
                new Money(wanted, payment.amount().currency()),
                command.reason(),
                RefundState.SENT,
                null,
                null,
                null,
                RefundSchedule.afterSubmission(now),
                0,
                1,
                now,
                now);
    }
}
