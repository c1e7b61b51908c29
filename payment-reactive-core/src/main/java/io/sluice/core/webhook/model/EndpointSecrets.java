package io.sluice.core.webhook.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The secrets of one endpoint, the newest first; only that one has no end. */
public record EndpointSecrets(List<EndpointSecret> newestFirst) {

    /** Every delivery carries one signature a secret, so their number is bounded. */
    private static final int MAX = 5;

    public static EndpointSecrets of(WebhookSecret only) {
        return new EndpointSecrets(List.of(new EndpointSecret(only.text(), null)));
    }

    /** With a new secret in front; those before it end after the overlap, or when they would have ended anyway. */
    public EndpointSecrets rotated(WebhookSecret newest, Instant now, Duration overlap) {
        Instant end = now.plus(overlap);
        Stream<EndpointSecret> older = newestFirst.stream()
                .map(secret -> ending(secret, end))
                .filter(secret ->
                        secret.expiresAt() != null && secret.expiresAt().isAfter(now));
        return new EndpointSecrets(Stream.concat(Stream.of(new EndpointSecret(newest.text(), null)), older)
                .limit(MAX)
                .toList());
    }

    private static EndpointSecret ending(EndpointSecret secret, Instant end) {
        return secret.expiresAt() == null ? new EndpointSecret(secret.secret(), end) : secret;
    }
}
