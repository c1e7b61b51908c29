package io.sluice.core.merchant.model;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key to be registered, its material parsed and found fit for the algorithm by the caller. What cannot be is refused with
 * {@link InvalidFieldException}.
 *
 * @param keyId unique over all merchants
 * @param material SubjectPublicKeyInfo (DER), or the shared secret of {@code hmac-sha256}
 * @param notAfter null: no end
 * @param rateLimit null: only the merchant's
 */
@SuppressWarnings("ArrayRecordComponent") // a command, never compared
public record NewKey(
        String keyId,
        String algorithm,
        byte[] material,
        Instant notBefore,
        @Nullable Instant notAfter,
        @Nullable RateLimit rateLimit) {

    public static final String SHARED_SECRET = "hmac-sha256";

    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public NewKey {
        if (!KEY_ID.matcher(keyId).matches()) {
            throw new InvalidFieldException(
                    "key_id", "1 to 100 letters, digits and . _ - are allowed, beginning with a letter or digit");
        }
        if (notAfter != null && !notAfter.isAfter(notBefore)) {
            throw new InvalidFieldException("not_after", "must be later than not_before (" + notBefore + ")");
        }
        if (rateLimit != null) {
            MerchantRules.requireRateLimit(rateLimit);
        }
    }

    /** Whether the material is a secret, to be sealed. */
    public boolean secret() {
        return algorithm.equals(SHARED_SECRET);
    }

    @Override
    public String toString() {
        return "NewKey[" + keyId + ", " + algorithm + "]";
    }
}
