package io.sluice.core.webhook.model;

import io.sluice.core.merchant.model.InvalidFieldException;
import java.util.Base64;

/** A Standard Webhooks secret: {@code whsec_} and the base64 of 24 to 64 bytes. */
public record WebhookSecret(String text) {

    /** How many random bytes a new secret has. */
    public static final int NEW_BYTES = 32;

    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    public WebhookSecret {
        int bytes = text.startsWith(PREFIX) ? decodedLength(text.substring(PREFIX.length())) : -1;
        if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
            throw new InvalidFieldException(
                    "secret",
                    "must be whsec_ and the base64 of " + MIN_BYTES + " to " + MAX_BYTES
                            + " random bytes; leave it out to have one made");
        }
    }

    public static WebhookSecret of(byte[] random) {
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(random));
    }

    private static int decodedLength(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret[hidden]";
    }
}
