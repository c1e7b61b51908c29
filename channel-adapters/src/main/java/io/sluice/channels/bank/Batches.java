package io.sluice.channels.bank;

import io.sluice.channels.bank.model.BatchPolicy;
import io.sluice.channels.bank.model.BatchRequests;
import io.sluice.channels.bank.net.Lines;
import io.sluice.core.channel.Batch;
import io.sluice.core.channel.BatchLine;
import io.sluice.core.channel.BatchOutcome;
import io.sluice.core.channel.BatchOutcome.Unanswered;
import io.sluice.core.channel.BatchTotals;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Settles a terminal's days. */
final class Batches {

    /** A host adds up its day before it answers, and nobody waits for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BatchRequests requests;
    private final Lines lines;

    Batches(BatchRequests requests, Lines lines) {
        this.requests = requests;
        this.lines = lines;
    }

    Mono<BatchOutcome> settle(Batch batch, BatchTotals ours) {
        return lines.exchange(requests.settlement(batch.day(), ours))
                .map(reply -> BatchPolicy.settled(reply, ours))
                .timeout(PATIENCE, Mono.fromSupplier(Batches::silent));
    }

    /** One after the other; what is not taken ends it, and all is said again later. */
    Mono<BatchOutcome> upload(Batch batch, List<BatchLine> transactions) {
        return Flux.fromIterable(requests.upload(batch.day(), transactions))
                .concatMap(message -> lines.exchange(message)
                        .map(BatchPolicy::uploaded)
                        .timeout(PATIENCE, Mono.fromSupplier(Batches::silent)))
                .takeUntil(Unanswered.class::isInstance)
                .last();
    }

    private static BatchOutcome silent() {
        return new Unanswered("deadline_passed", "no answer within " + PATIENCE.toSeconds() + " s");
    }
}
