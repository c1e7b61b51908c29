package io.sluice.notifier.intake;

import io.sluice.core.event.EventBatch;
import io.sluice.core.event.EventStream;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.delivery.Deliveries;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Queues what the event stream brings, batch after batch, and acknowledges after the commit. What is brought twice is
 * queued once.
 */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final String GROUP = "merchant-notifier";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EventStream events;
    private final Deliveries deliveries;
    private final Consumer<Collection<WebhookEndpointId>> nudge;

    /** @param nudge told of the endpoints for which something new is queued; returns at once */
    public Intake(EventStream events, Deliveries deliveries, Consumer<Collection<WebhookEndpointId>> nudge) {
        this.events = events;
        this.deliveries = deliveries;
        this.nudge = nudge;
    }

    /** Never ends, and never fails: while the database is away, it waits. */
    public Mono<Void> run() {
        return events.batches(GROUP)
                .concatMap(this::queue, 1)
                .then()
                .retryWhen(forever("the event stream was interrupted and is read again"));
    }

    private Mono<Void> queue(EventBatch batch) {
        return enqueue(batch.events()).then(Mono.defer(batch::acknowledge));
    }

    private Mono<Void> enqueue(List<PaymentEvent> batch) {
        return Mono.defer(() -> deliveries.enqueue(batch))
                .retryWhen(forever("events could not be queued; they wait"))
                .flatMap(this::start);
    }

    private Mono<Void> start(Set<WebhookEndpointId> endpoints) {
        return Mono.fromRunnable(() -> {
            if (!endpoints.isEmpty()) {
                nudge.accept(endpoints);
            }
        });
    }

    private static Retry forever(String what) {
        return Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                .maxBackoff(LONGEST_PAUSE)
                .transientErrors(true)
                .doBeforeRetry(signal -> LOG.warn(what, signal.failure()));
    }
}
