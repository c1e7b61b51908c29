package io.sluice.notifier.delivery;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.delivery.Deliveries.Queued;
import io.sluice.notifier.delivery.model.Attempt;
import io.sluice.notifier.delivery.model.Delivery;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
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
    private int enqueuing;
    private boolean taking;
    private boolean stopping;

    public Dispatcher(Deliveries deliveries, AttemptPipeline pipeline, Limits limits, Clock clock) {
        this.deliveries = deliveries;
        this.pipeline = pipeline;
        this.limits = limits;
        this.clock = clock;
        this.lanes = new Lanes(limits);
    }

    /**
     * Queues the events, and sends at once what there is room for. Completes when they are queued durably; what was begun
     * goes on even if nobody waits for it any more, for what it takes is nobody else's for the time of a lease.
     */
    public Mono<Void> enqueue(List<PaymentEvent> events) {
        return Mono.create(done -> thread.schedule(() -> enqueue(events, done)));
    }

    private void enqueue(List<PaymentEvent> events, MonoSink<Void> done) {
        if (stopping) {
            return;
        }
        enqueuing++;
        Instant startBefore = clock.instant().plus(limits.shelfLife());
        Mono.defer(() -> deliveries.enqueue(events, lanes.rooms(), limits.lease()))
                .publishOn(thread)
                .subscribe(
                        queued -> {
                            enqueued(queued, startBefore);
                            done.success();
                        },
                        error -> {
                            enqueuing--;
                            completeWhenEmpty();
                            done.error(error);
                        });
    }

    private void enqueued(Queued queued, Instant startBefore) {
        enqueuing--;
        Set<WebhookEndpointId> endpoints =
                lanes.add(queued.taken(), startBefore).keySet();
        if (stopping) {
            release(lanes.drain());
            completeWhenEmpty();
            return;
        }
        endpoints.forEach(this::start);
        lanes.want(queued.waiting());
        take();
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
                        .singleOptional()
                        .publishOn(thread)
                        .subscribe(attempt -> answered(delivery, attempt), error -> failed(delivery, error)));
    }

    /** An endpoint that was disabled or removed gets nothing; what waits for it waits in the queue. */
    private void answered(Delivery delivery, Optional<Attempt> attempt) {
        lanes.answered(
                delivery.endpointId(), attempt.isPresent() && attempt.get().delivered());
        Mono.defer(() -> attempt.map(pipeline::record).orElseGet(() -> deliveries.release(List.of(delivery))))
                .publishOn(thread)
                .subscribe(null, error -> notRecorded(delivery, error), () -> settled(delivery.endpointId()));
        startUnlessStopping(delivery.endpointId());
    }

    private void failed(Delivery delivery, Throwable error) {
        lanes.answered(delivery.endpointId(), false);
        notRecorded(delivery, error);
        startUnlessStopping(delivery.endpointId());
    }

    private void startUnlessStopping(WebhookEndpointId endpoint) {
        if (!stopping) {
            start(endpoint);
        }
    }

    private void settled(WebhookEndpointId endpoint) {
        lanes.settled(endpoint);
        if (stopping) {
            completeWhenEmpty();
            return;
        }
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
        settled(delivery.endpointId());
    }

    private void release(List<Delivery> unsent) {
        if (!unsent.isEmpty()) {
            deliveries.release(unsent).subscribe(null, error -> LOG.warn("deliveries could not be given back", error));
        }
    }

    private void completeWhenEmpty() {
        if (stopping && !taking && enqueuing == 0 && lanes.held() == 0) {
            drained.tryEmitEmpty();
        }
    }
}
