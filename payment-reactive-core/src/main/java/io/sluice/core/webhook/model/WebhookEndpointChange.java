package io.sluice.core.webhook.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to change of an endpoint, its fields checked by {@link WebhookPolicy}; null leaves it as it is. */
public record WebhookEndpointChange(
        @Nullable String url,
        @Nullable List<String> eventTypes,
        @Nullable Boolean enabled) {}
