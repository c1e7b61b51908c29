package io.sluice.core.id;

import java.util.UUID;

/** A merchant's webhook endpoint: {@code whe_…}. */
public record WebhookEndpointId(UUID value) {

    private static final String PREFIX = "whe_";

    public static WebhookEndpointId next() {
        return new WebhookEndpointId(PrefixedUuid.next());
    }

    /** @throws IllegalArgumentException when {@code text} is not {@code whe_} and 32 hexadecimal digits */
    public static WebhookEndpointId parse(String text) {
        return new WebhookEndpointId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, value);
    }
}
