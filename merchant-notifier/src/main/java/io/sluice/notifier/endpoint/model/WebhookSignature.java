package io.sluice.notifier.endpoint.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;

/**
 * The signature of Standard Webhooks (standardwebhooks.com): {@code v1,} and the base64 of the HMAC-SHA256 over
 * {@code id.timestamp.body}, one for each secret that is valid, separated by spaces.
 */
public final class WebhookSignature {

    private WebhookSignature() {}

    /**
     * @param id the header {@code webhook-id}
     * @param at becomes the header {@code webhook-timestamp}, in seconds; also decides which secrets are valid
     */
    public static String of(List<SigningSecret> secrets, String id, Instant at, String body) {
        byte[] content = (id + "." + at.getEpochSecond() + "." + body).getBytes(UTF_8);
        return secrets.stream()
                .filter(secret -> secret.signsAt(at))
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(hmac(secret, content)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] hmac(SigningSecret secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance(SigningSecret.ALGORITHM);
            mac.init(secret.key());
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + SigningSecret.ALGORITHM, e);
        }
    }
}
