package io.sluice.notifier.delivery;

import io.sluice.notifier.delivery.model.Delivery;
import io.sluice.notifier.delivery.model.Exchange;
import io.sluice.notifier.endpoint.model.WebhookEndpoint;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Sends one webhook. Never fails: what goes wrong is an {@link Exchange.Failed}, and comes within seconds. */
public interface Sender {

    /** @param at the time that is signed; secrets that have expired by then do not sign */
    Mono<Exchange> send(WebhookEndpoint endpoint, Delivery delivery, Instant at);
}
