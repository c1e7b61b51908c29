package io.sluice.core.event;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where the relay publishes to. */
public interface EventPublisher {

    /**
     * Publishes events in the order given and completes when all of them are acknowledged as durable.
     *
     * <p>An error, which comes in bounded time, means that any first part of them may have been published; the same
     * events may be published again.
     */
    Mono<Void> publish(List<PaymentEvent> events);
}
