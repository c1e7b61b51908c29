package io.sluice.notifier.endpoint;

import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.endpoint.model.WebhookEndpoint;
import reactor.core.publisher.Mono;

/** The merchants' endpoints. */
public interface Endpoints {

    /** @return empty when there is no such endpoint, or it is disabled */
    Mono<WebhookEndpoint> find(WebhookEndpointId id);
}
