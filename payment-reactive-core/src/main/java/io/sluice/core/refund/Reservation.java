package io.sluice.core.refund;

import io.sluice.core.money.Money;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.core.refund.model.Refund;

/** What became of a request to set money aside. */
public sealed interface Reservation {

    /** Durable: the channel may be asked. */
    record Reserved(Refund refund, Payment payment) implements Reservation {}

    /** The same request was made before. */
    record Replayed(Refund refund) implements Reservation {}

    /** The idempotency key belongs to another request. */
    record KeyReused() implements Reservation {}

    /** More was asked for than is left. Nothing was recorded. */
    record Exceeds(Money left) implements Reservation {}

    /** The payment holds no money to give back. Nothing was recorded. */
    record NotRefundable(PaymentState state) implements Reservation {}

    /** The merchant has no such payment. */
    record NoSuchPayment() implements Reservation {}
}
