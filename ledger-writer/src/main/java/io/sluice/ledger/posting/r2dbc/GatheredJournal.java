package io.sluice.ledger.posting.r2dbc;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.gather.GatheringWriter;
import io.sluice.ledger.posting.Journal;
import io.sluice.ledger.posting.model.Outcome;
import io.sluice.ledger.posting.model.PaymentPostings;
import io.sluice.ledger.posting.model.Posting;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The journal in PostgreSQL, written by the core's gathering writer. */
public final class GatheredJournal implements Journal {

    private static final Logger log = LoggerFactory.getLogger(GatheredJournal.class);

    private final GatheringWriter<PaymentPostings, List<Outcome>> writer;

    public GatheredJournal(ConnectionFactory connections, MeterRegistry meters) {
        this.writer = GatheringWriter.over(connections, new PostBatch(), options(), meters);
    }

    /**
     * One lane: two would wait for each other's balances, and what scales the ledger is another instance. A batch as
     * large as what one poll brings. Patience is long, for nobody waits but the next batch.
     */
    private static GatheringOptions options() {
        Duration answerTimeout = Duration.ofSeconds(10);
        return GatheringOptions.named("ledger")
                .withBatch(512)
                .withQueue(4096)
                .withPatience(Duration.ofSeconds(5), Duration.ofSeconds(5))
                .withAnswerTimeout(answerTimeout);
    }

    @Override
    public Mono<List<Outcome>> post(PaymentPostings postings) {
        return writer.write(postings)
                .onErrorResume(GatheredJournal::isInContent, error -> withoutTheRefused(postings, error));
    }

    /** Runs what posts many payments, for one statement. */
    public void together(Runnable posts) {
        writer.together(posts);
    }

    public Mono<Void> close() {
        return writer.close();
    }

    /** SQLSTATE classes of PostgreSQL's Appendix A: 22 is a data exception, 23 a violated constraint. */
    private static boolean isInContent(Throwable error) {
        return error instanceof R2dbcException e
                && e.getSqlState() != null
                && (e.getSqlState().startsWith("22") || e.getSqlState().startsWith("23"));
    }

    /** One by one and in their order, so that only what is refused is rejected. */
    private Mono<List<Outcome>> withoutTheRefused(PaymentPostings postings, Throwable error) {
        if (postings.postings().size() == 1) {
            return rejected(postings.postings().getFirst(), error);
        }
        return Flux.fromIterable(postings.postings())
                .concatMap(posting -> post(new PaymentPostings(postings.payment(), List.of(posting))))
                .map(List::getFirst)
                .collectList();
    }

    private Mono<List<Outcome>> rejected(Posting posting, Throwable error) {
        if (posting instanceof Posting.Reject) {
            return Mono.error(error);
        }
        log.error("{} cannot be booked and is rejected: {}", posting.event().id(), error.getMessage());
        Posting reject = new Posting.Reject(posting.event(), "the books refuse it: " + error.getMessage());
        return writer.write(new PaymentPostings(posting.event().paymentId(), List.of(reject)));
    }
}
