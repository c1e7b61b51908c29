package io.sluice.ledger.posting;

import io.sluice.ledger.posting.model.Outcome;
import io.sluice.ledger.posting.model.PaymentPostings;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Goes on until the books have it: there is nobody else who would, and posting twice is harmless. */
public final class PersistentJournal implements Journal {

    private static final Logger log = LoggerFactory.getLogger(PersistentJournal.class);
    private static final Duration FIRST_DELAY = Duration.ofMillis(100);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

    private final Journal inner;
    private final JournalTrouble trouble;

    public PersistentJournal(Journal inner, JournalTrouble trouble) {
        this.inner = inner;
        this.trouble = trouble;
    }

    @Override
    public Mono<List<Outcome>> post(PaymentPostings postings) {
        return Mono.defer(() -> inner.post(postings))
                .doOnError(this::tell)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_DELAY).maxBackoff(LONGEST_DELAY))
                .doOnSuccess(outcomes -> trouble.isOver());
    }

    /** Once for each interruption: a batch of hundreds fails for one reason. */
    private void tell(Throwable error) {
        if (trouble.began(error)) {
            log.warn("The books cannot be written, trying until they can: {}", error.toString());
        }
    }
}
