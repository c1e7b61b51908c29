package io.sluice.sandbox.shop;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the signature of a webhook as Standard Webhooks describes it: HMAC-SHA256 over id, timestamp and body. Written
 * from that description and not with the gateway's code, so that it can judge it.
 */
public final class WebhookVerifier {
    private static final String PREFIX = "whsec_";
    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SecretKeySpec key;

    public WebhookVerifier(String secret) {
        key = new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256");
    }

    /** {@code ok}, or what is wrong. */
    public String verify(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (id.isEmpty() || !timestamp.matches("\\d{1,12}") || signatures.isEmpty()) {
            return "unsigned: webhook-id, webhook-timestamp or webhook-signature is missing";
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
            return "stale: sent at " + sent;
        }
        byte[] expected = signature(id, timestamp, body);
        boolean genuine = BLANK.splitAsStream(signatures)
                .filter(signature -> signature.startsWith("v1,"))
                .anyMatch(signature -> MessageDigest.isEqual(expected, decode(signature.substring(3))));
        return genuine ? "ok" : "forged: no signature is of this body and secret";
    }

    private byte[] signature(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
