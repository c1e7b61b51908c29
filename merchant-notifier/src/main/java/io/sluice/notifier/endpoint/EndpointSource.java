package io.sluice.notifier.endpoint;

import io.sluice.notifier.endpoint.model.WebhookEndpoint;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where the endpoints are configured. */
public interface EndpointSource {

    /** Moves with every change of the configuration. */
    Mono<Long> version();

    /** The enabled endpoints; one whose secrets cannot be opened has none. */
    Flux<WebhookEndpoint> all();
}
