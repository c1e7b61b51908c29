package io.sluice.notifier.intake;

import io.sluice.core.event.EventBatch;
import io.sluice.core.event.EventStream;
import io.sluice.core.event.PaymentEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
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
    private final Function<List<PaymentEvent>, Mono<Void>> enqueue;

    /** @param enqueue completes when the events are queued durably */
    public Intake(EventStream events, Function<List<PaymentEvent>, Mono<Void>> enqueue) {
        this.events = events;
        this.enqueue = enqueue;
    }

    /** Never ends, and never fails: while the database is away, it waits. */
    public Mono<Void> run() {
        return events.batches(GROUP)
                .concatMap(this::queue, 1)
                .then()
                .retryWhen(forever("the event stream was interrupted and is read again"));
    }

    private Mono<Void> queue(EventBatch batch) {
        return Mono.defer(() -> enqueue.apply(batch.events()))
                .retryWhen(forever("events could not be queued; they wait"))
                .then(Mono.defer(batch::acknowledge));
    }

    private static Retry forever(String what) {
        return Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                .maxBackoff(LONGEST_PAUSE)
                .transientErrors(true)
                .doBeforeRetry(signal -> LOG.warn(what, signal.failure()));
    }
}
