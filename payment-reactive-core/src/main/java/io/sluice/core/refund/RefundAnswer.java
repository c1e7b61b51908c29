package io.sluice.core.refund;

import io.sluice.core.money.Money;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.core.refund.model.Refund;

/** What a merchant is told about a request to refund. */
public sealed interface RefundAnswer {

    /** The channel has spoken: the refund is under way, done, refused, or its outcome is in doubt. */
    record Concluded(Refund refund) implements RefundAnswer {}

    /** The merchant's patience ended first; the refund goes on. */
    record InProgress(Refund refund) implements RefundAnswer {}

    /** The same request was answered before; here is that answer again. */
    record Replayed(Refund refund) implements RefundAnswer {}

    /** The same request is being worked on by somebody else. */
    record InFlight() implements RefundAnswer {}

    /** The idempotency key belongs to another request. */
    record KeyReused() implements RefundAnswer {}

    /** More was asked for than is left; nothing was recorded. */
    record Exceeds(Money left) implements RefundAnswer {}

    /** The payment holds no money to give back; nothing was recorded. */
    record NotRefundable(PaymentState state) implements RefundAnswer {}

    /** The merchant has no such payment. */
    record NoSuchPayment() implements RefundAnswer {}
}
