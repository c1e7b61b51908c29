package io.sluice.core.payment;

import io.sluice.core.payment.model.Payment;

/** What a merchant is told about a request to pay. */
public sealed interface PaymentAnswer {

    /** The channel has spoken: the payment needs the payer, succeeded, failed, or its outcome is in doubt. */
    record Concluded(Payment payment) implements PaymentAnswer {}

    /** The merchant's patience ended first; the payment goes on. */
    record InProgress(Payment payment) implements PaymentAnswer {}

    /** The same request was answered before; here is that answer again. */
    record Replayed(Payment payment) implements PaymentAnswer {}

    /** The same request is being worked on by somebody else. */
    record InFlight() implements PaymentAnswer {}

    /** The idempotency key belongs to another request. */
    record KeyReused() implements PaymentAnswer {}

    /** It cannot be routed; nothing was recorded. */
    record Refused(String code, String field, String message) implements PaymentAnswer {}

    /** Somebody could take it, but not now; nothing was recorded. */
    record Unavailable(String code, String message) implements PaymentAnswer {}
}
