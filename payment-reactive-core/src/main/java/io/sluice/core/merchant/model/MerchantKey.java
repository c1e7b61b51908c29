package io.sluice.core.merchant.model;

import io.sluice.core.id.MerchantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key a merchant signs requests with. The algorithm is bound to the key.
 *
 * @param algorithm an RFC 9421 name ({@code ed25519}, {@code ecdsa-p256-sha256}, {@code rsa-pss-sha512},
 *     {@code rsa-v1_5-sha256}, {@code hmac-sha256}) or {@code sm2-sm3}
 * @param material SubjectPublicKeyInfo (DER), or the shared secret of {@code hmac-sha256}
 * @param notAfter null: no end
 * @param rateLimit null: only the merchant's
 */
@SuppressWarnings("ArrayRecordComponent") // equality is defined below
public record MerchantKey(
        String keyId,
        MerchantId merchantId,
        String algorithm,
        byte[] material,
        Instant notBefore,
        @Nullable Instant notAfter,
        @Nullable Instant revokedAt,
        @Nullable RateLimit rateLimit) {

    public boolean validAt(Instant now) {
        return !now.isBefore(notBefore) && (notAfter == null || now.isBefore(notAfter)) && revokedAt == null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MerchantKey that
                && keyId.equals(that.keyId)
                && merchantId.equals(that.merchantId)
                && algorithm.equals(that.algorithm)
                && Arrays.equals(material, that.material)
                && notBefore.equals(that.notBefore)
                && Objects.equals(notAfter, that.notAfter)
                && Objects.equals(revokedAt, that.revokedAt)
                && Objects.equals(rateLimit, that.rateLimit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(keyId, merchantId, Arrays.hashCode(material));
    }

    @Override
    public String toString() {
        return "MerchantKey[" + keyId + ", " + merchantId + ", " + algorithm + "]";
    }
}
