package io.sluice.core.merchant.model;

import io.sluice.core.id.MerchantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as operators see it.
 *
 * @param publicKey base64 of its SubjectPublicKeyInfo; null for a shared secret, which is never shown again
 */
public record KeyProfile(
        String keyId,
        MerchantId merchantId,
        String algorithm,
        @Nullable String publicKey,
        Instant notBefore,
        @Nullable Instant notAfter,
        @Nullable Instant revokedAt,
        @Nullable RateLimit rateLimit,
        Instant createdAt) {}
