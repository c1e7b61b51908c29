package io.sluice.ledger.posting;

import io.sluice.core.event.EventBatch;
import io.sluice.core.event.EventStream;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Events in, entries out, one batch after the other: read, decide, post, and only after the commit acknowledge. A batch
 * that is delivered again finds its events consumed. The next batch is asked for when this one is in the books, so a slow
 * database slows the reading and nothing piles up.
 */
public final class LedgerWriter {

    /** The group of readers, named in the contract of the events' topic. */
    public static final String GROUP = "ledger-writer";

    private static final Logger log = LoggerFactory.getLogger(LedgerWriter.class);

    private final EventStream stream;
    private final Decisions decisions;
    private final Journal journal;
    private final Consumer<Runnable> together;
    private final BatchInHand hand = new BatchInHand();

    /** @param together runs what posts a batch's payments one after the other, so that they are written at once */
    public LedgerWriter(EventStream stream, Decisions decisions, Journal journal, Consumer<Runnable> together) {
        this.stream = stream;
        this.decisions = decisions;
        this.journal = journal;
        this.together = together;
    }

    /** Writes for as long as it is subscribed to. Emits each batch when it is in the books and acknowledged. */
    public Flux<EventBatch> run() {
        return stream.batches(GROUP).concatMap(batch -> hand.hold(post(batch).thenReturn(batch)), 1);
    }

    /** What is in hand, so that a shutdown can let it finish. */
    public BatchInHand batchInHand() {
        return hand;
    }

    private Mono<Void> post(EventBatch batch) {
        Mono<Void> posts = Flux.fromIterable(decisions.of(batch.events()))
                .flatMap(journal::post, Integer.MAX_VALUE)
                .then();
        return Mono.<Void>fromDirect(posted -> together.accept(() -> posts.subscribe(posted)))
                .then(acknowledge(batch));
    }

    /** What cannot be acknowledged is delivered again and changes nothing, so it is no reason to stop. */
    private static Mono<Void> acknowledge(EventBatch batch) {
        return Mono.defer(batch::acknowledge).onErrorResume(error -> {
            log.warn(
                    "{} posted events were not acknowledged and will come again: {}",
                    batch.events().size(),
                    error.toString());
            return Mono.empty();
        });
    }
}
