package io.sluice.compare.baseline.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment as merchants and readers of events see it. */
record PaymentView(
        UUID id,
        String merchant_order_no,
        long amount,
        String currency,
        String method,
        String description,
        String state,
        @Nullable String channel_reference,
        Instant created_at,
        Instant updated_at) {

    static PaymentView of(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.merchantOrderNo(),
                payment.amountMinor(),
                payment.currency(),
                payment.method(),
                payment.description(),
                payment.state(),
                payment.channelReference(),
                payment.createdAt(),
                payment.updatedAt());
    }
}
