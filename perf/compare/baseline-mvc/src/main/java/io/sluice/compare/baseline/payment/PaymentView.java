package io.sluice.compare.baseline.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A payment as merchants and readers of events see it. */
@JsonNaming(SnakeCaseStrategy.class)
record PaymentView(
        UUID id,
        String merchantOrderNo,
        long amount,
        String currency,
        String method,
        String description,
        String state,
        @Nullable String channelReference,
        Instant createdAt,
        Instant updatedAt) {

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
