package io.sluice.core.webhook.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the secrets an endpoint's deliveries are signed with.
 *
 * @param expiresAt null: the current one
 */
public record EndpointSecret(String secret, @Nullable Instant expiresAt) {

    @Override
    public String toString() {
        return "EndpointSecret[" + expiresAt + "]";
    }
}
