package io.sluice.ledger;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.event.EventBatch;
import io.sluice.ledger.posting.LedgerWriter;
import io.sluice.ledger.posting.r2dbc.GatheredJournal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.util.retry.Retry;

/** Runs the writer while the application runs; on shutdown finishes the batch in hand, and only that. */
final class LedgerLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LedgerLifecycle.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Retry FOR_EVER =
            Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(5));

    private final LedgerWriter writer;
    private final GatheredJournal journal;
    private final DistributionSummary batches;
    private @Nullable Disposable running;

    LedgerLifecycle(LedgerWriter writer, GatheredJournal journal, MeterRegistry meters) {
        this.writer = writer;
        this.journal = journal;
        this.batches = DistributionSummary.builder("sluice.ledger.batch")
                .description("events received together and acknowledged together")
                .register(meters);
    }

    @Override
    public synchronized void start() {
        running = writer.run()
                .doOnNext(this::tell)
                .doOnError(error -> log.error("Posting was interrupted and begins again where it was", error))
                .retryWhen(FOR_EVER)
                .subscribe();
    }

    private void tell(EventBatch batch) {
        batches.record(batch.events().size());
        if (log.isDebugEnabled()) {
            log.atDebug().addKeyValue("events", batch.events().size()).log("batch");
        }
    }

    @Override
    public synchronized void stop() {
        Disposable reading = running;
        if (reading == null) {
            return;
        }
        running = null;
        finishBatch();
        reading.dispose();
        journal.close().onErrorComplete().block(PATIENCE);
    }

    private void finishBatch() {
        try {
            if (!writer.batchInHand().close(PATIENCE)) {
                log.warn(
                        "The batch in hand did not end within {}; it is delivered again to the next instance",
                        PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
