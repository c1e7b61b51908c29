package io.sluice.core.webhook.model;

import io.sluice.core.id.MerchantId;
import io.sluice.core.id.WebhookEndpointId;
import java.time.Instant;
import java.util.List;

/**
 * An endpoint as merchants and operators see it; its secrets are never shown again.
 *
 * @param eventTypes those it is told of; empty: all
 */
public record WebhookEndpoint(
        WebhookEndpointId id,
        MerchantId merchantId,
        String url,
        List<String> eventTypes,
        boolean enabled,
        Instant createdAt) {}
