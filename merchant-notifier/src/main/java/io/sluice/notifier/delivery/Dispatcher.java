package io.sluice.notifier.delivery;

import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.delivery.model.Delivery;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Takes what is due and sends it, each endpoint in a lane of its own, so that nobody waits for another's receiver. All
 * state belongs to one thread, to which every signal is handed over; sending and storing happen elsewhere.
 */
public final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Deliveries deliveries;
    private final AttemptPipeline pipeline;
    private final Limits limits;
    private final Clock clock;
    private final Lanes lanes;
    private final Scheduler thread = Schedulers.newSingle("webhook-dispatcher", true);
    private final Sinks.Empty<Void> drained = Sinks.empty();
    private boolean taking;
    private boolean stopping;

    public Dispatcher(Deliveries deliveries, AttemptPipeline pipeline, Limits limits, Clock clock) {
        this.deliveries = deliveries;
        this.pipeline = pipeline;
        this.limits = limits;
        this.clock = clock;
        this.lanes = new Lanes(limits);
    }

    /** Something is due for these endpoints. Returns at once. */
    public void nudge(Collection<WebhookEndpointId> endpoints) {
        thread.schedule(() -> {
            lanes.want(endpoints);
            take();
        });
    }

    /** Takes nothing more, gives back what is not on its way, and completes when the rest has arrived or failed. */
    public Mono<Void> stop() {
        return Mono.defer(() -> {
                    stopping = true;
                    List<Delivery> unsent = lanes.drain();
                    completeWhenEmpty();
                    return unsent.isEmpty() ? Mono.empty() : deliveries.release(unsent);
                })
                .subscribeOn(thread)
                .onErrorResume(error -> {
                    LOG.warn("deliveries that were not sent could not be given back; their leases will end", error);
                    return Mono.empty();
                })
                .then(drained.asMono())
                .doFinally(signal -> thread.dispose());
    }

    private void take() {
        Map<WebhookEndpointId, Integer> rooms = taking || stopping ? Map.of() : lanes.claim();
        if (rooms.isEmpty()) {
            return;
        }
        taking = true;
        Instant startBefore = clock.instant().plus(limits.shelfLife());
        Flux.defer(() -> deliveries.take(rooms, limits.lease()))
                .collectList()
                .publishOn(thread)
                .subscribe(taken -> taken(rooms, taken, startBefore), error -> notTaken(rooms, error));
    }

    private void taken(Map<WebhookEndpointId, Integer> rooms, List<Delivery> taken, Instant startBefore) {
        taking = false;
        lanes.add(rooms, taken, startBefore);
        if (stopping) {
            release(lanes.drain());
            completeWhenEmpty();
            return;
        }
        rooms.keySet().forEach(this::start);
        take();
    }

    private void notTaken(Map<WebhookEndpointId, Integer> rooms, Throwable error) {
        taking = false;
        rooms.keySet().forEach(lanes::forgetIfIdle);
        LOG.warn("no deliveries could be taken; the next poll tries again", error);
        completeWhenEmpty();
    }

    private void start(WebhookEndpointId endpoint) {
        lanes.start(endpoint, clock.instant())
                .forEach(delivery -> Mono.defer(() -> pipeline.attempt(delivery))
                        .publishOn(thread)
                        .subscribe(delivered -> finished(endpoint, delivered), error -> notRecorded(delivery, error)));
    }

    private void finished(WebhookEndpointId endpoint, boolean delivered) {
        lanes.finished(endpoint, delivered);
        if (stopping) {
            completeWhenEmpty();
            return;
        }
        start(endpoint);
        lanes.forgetIfIdle(endpoint);
        take();
    }

    private void notRecorded(Delivery delivery, Throwable error) {
        LOG.atWarn()
                .addKeyValue("merchant_id", delivery.merchantId())
                .addKeyValue("payment_id", delivery.paymentId())
                .addKeyValue("event_id", delivery.eventId())
                .setCause(error)
                .log("an attempt could not be recorded; the webhook will be sent again when its lease has ended");
        finished(delivery.endpointId(), false);
    }

    private void release(List<Delivery> unsent) {
        if (!unsent.isEmpty()) {
            deliveries.release(unsent).subscribe(null, error -> LOG.warn("deliveries could not be given back", error));
        }
    }

    private void completeWhenEmpty() {
        if (stopping && !taking && lanes.held() == 0) {
            drained.tryEmitEmpty();
        }
    }
}
