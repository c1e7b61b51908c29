package io.sluice.core.webhook.model;

import java.util.List;

/** An endpoint to be made, its fields checked by {@link WebhookPolicy}. */
public record NewWebhookEndpoint(String url, List<String> eventTypes, WebhookSecret secret) {}
