package io.sluice.core.payment.r2dbc;

import io.sluice.core.payment.model.Payment;

/** What became of one write. */
sealed interface Settlement {

    /** It is durable. */
    record Written(Payment payment) implements Settlement {}

    /** Its idempotency key was used for the same request; {@code payment} is that one's. */
    record Repeated(Payment payment) implements Settlement {}

    /** Its idempotency key was used for another request. */
    record KeyTaken() implements Settlement {}

    /** The payment had another version. */
    record Overtaken(Payment current) implements Settlement {}
}
