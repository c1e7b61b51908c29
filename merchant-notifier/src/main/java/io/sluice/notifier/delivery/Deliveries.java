package io.sluice.notifier.delivery;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.delivery.model.Attempt;
import io.sluice.notifier.delivery.model.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The queue of deliveries, shared by all instances of the notifier. Each operation is one statement, or a share in one. */
public interface Deliveries {

    /**
     * Queues the events for every enabled endpoint that wants them, and takes at once as many as there is room for; those
     * already queued stay as they are.
     *
     * @return after the commit: what is new
     */
    Mono<Queued> enqueue(List<PaymentEvent> events, Rooms rooms, Duration lease);

    /** The enabled endpoints for which something is due. */
    Flux<WebhookEndpointId> waiting();

    /**
     * Takes what is due, oldest first, for nobody else to take until the lease ends.
     *
     * @param rooms how many deliveries to take at the most, by endpoint
     */
    Flux<Delivery> take(Map<WebhookEndpointId, Integer> rooms, Duration lease);

    /**
     * Keeps the attempt and concludes or reschedules its delivery, unless the lease has ended and somebody else has taken
     * the delivery since. Completes after the commit; repeating it changes nothing.
     */
    Mono<Void> record(Attempt attempt);

    /** Gives back what was taken and not sent; it is due at once. */
    Mono<Void> release(List<Delivery> deliveries);

    /** Concludes what is due for endpoints that no longer exist. */
    Mono<Long> cancelOrphans();

    /** How much is not concluded. */
    Mono<Backlog> backlog();

    /**
     * How many deliveries may be taken for an endpoint.
     *
     * @param ofOthers for each endpoint that is not named
     */
    record Rooms(Map<WebhookEndpointId, Integer> byEndpoint, int ofOthers) {}

    /**
     * What an enqueueing made new.
     *
     * @param taken is nobody else's until the lease ends
     * @param waiting endpoints with something more that is due
     */
    record Queued(List<Delivery> taken, Set<WebhookEndpointId> waiting) {}

    /**
     * @param pending deliveries that are not concluded
     * @param oldestDue for how long the oldest has been due; zero when nothing is
     */
    record Backlog(long pending, Duration oldestDue) {}
}
