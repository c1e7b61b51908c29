package io.sluice.notifier.endpoint.model;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret shared with one endpoint.
 *
 * @param expiresAt from when on it no longer signs; empty for the current one
 */
public record SigningSecret(SecretKeySpec key, Optional<Instant> expiresAt) {

    /** The algorithm of the scheme {@code v1} of Standard Webhooks. */
    static final String ALGORITHM = "HmacSHA256";

    private static final String PREFIX = "whsec_";

    /** @throws IllegalArgumentException when the text is not {@code whsec_} and base64; the text is not repeated */
    public static SigningSecret parse(String text, Optional<Instant> expiresAt) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook secret begins with " + PREFIX);
        }
        byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        return new SigningSecret(new SecretKeySpec(key, ALGORITHM), expiresAt);
    }

    boolean signsAt(Instant now) {
        return expiresAt.map(now::isBefore).orElse(true);
    }

    @Override
    public String toString() {
        return "SigningSecret[expiresAt=" + expiresAt + "]";
    }
}
