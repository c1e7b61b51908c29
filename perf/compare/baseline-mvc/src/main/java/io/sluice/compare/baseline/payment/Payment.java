package io.sluice.compare.baseline.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment as it is kept. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Payment(
        UUID id,
        String idempotencyKey,
        byte[] fingerprint,
        String merchantOrderNo,
        long amountMinor,
        String currency,
        String method,
        String description,
        String state,
        @Nullable String channelReference,
        Instant createdAt,
        Instant updatedAt) {

    Payment concluded(String newState, String reference, Instant at) {
        return new Payment(
                id,
                idempotencyKey,
                fingerprint,
                merchantOrderNo,
                amountMinor,
                currency,
                method,
                description,
                newState,
                reference,
                createdAt,
                at);
    }
}
