package io.sluice.notifier.delivery;

import io.sluice.notifier.delivery.model.Attempt;
import io.sluice.notifier.delivery.model.Delivery;
import io.sluice.notifier.delivery.model.DeliveryPolicy;
import io.sluice.notifier.delivery.model.Exchange;
import io.sluice.notifier.endpoint.Endpoints;
import io.sluice.notifier.endpoint.model.WebhookEndpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** One attempt: find the endpoint, send, judge; and record. */
public final class AttemptPipeline {

    private final Endpoints endpoints;
    private final Sender sender;
    private final Deliveries deliveries;
    private final DeliveryPolicy policy;
    private final Clock clock;
    private final Consumer<Attempt> witness;

    /** @param witness is shown every attempt once it is recorded; for logs and metrics */
    public AttemptPipeline(
            Endpoints endpoints,
            Sender sender,
            Deliveries deliveries,
            DeliveryPolicy policy,
            Clock clock,
            Consumer<Attempt> witness) {
        this.endpoints = endpoints;
        this.sender = sender;
        this.deliveries = deliveries;
        this.policy = policy;
        this.clock = clock;
        this.witness = witness;
    }

    /** Sends it and judges the answer; empty when the endpoint was disabled or removed meanwhile. */
    Mono<Attempt> attempt(Delivery delivery) {
        return endpoints.find(delivery.endpointId()).flatMap(endpoint -> send(endpoint, delivery));
    }

    private Mono<Attempt> send(WebhookEndpoint endpoint, Delivery delivery) {
        Instant at = clock.instant();
        return sender.send(endpoint, delivery, at).map(exchange -> judged(delivery, at, exchange));
    }

    private Attempt judged(Delivery delivery, Instant at, Exchange exchange) {
        double jitter = ThreadLocalRandom.current().nextDouble();
        return new Attempt(
                delivery,
                at,
                Duration.between(at, clock.instant()),
                exchange,
                policy.judge(exchange, delivery.failures(), jitter));
    }

    /** Fails when it could not be recorded; then it will be sent again. */
    Mono<Void> record(Attempt attempt) {
        return deliveries.record(attempt).doOnSuccess(_ -> witness.accept(attempt));
    }
}
