package io.sluice.core.refund.r2dbc;

import io.sluice.core.payment.model.Payment;
import io.sluice.core.refund.model.Refund;
import org.jspecify.annotations.Nullable;

/** What became of one write. */
sealed interface RefundSettlement {

    /** It is durable. */
    record Written(Refund refund, Payment payment) implements RefundSettlement {}

    /** Its idempotency key was used for the same request; {@code refund} is that one's. */
    record Repeated(Refund refund) implements RefundSettlement {}

    /** Its idempotency key was used for another request. */
    record KeyTaken() implements RefundSettlement {}

    /** The payment had another version; {@code refund} is null when it was to be created. */
    record Overtaken(@Nullable Refund refund, Payment current) implements RefundSettlement {}
}
