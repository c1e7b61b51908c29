package io.sluice.ledger.posting;

import io.sluice.ledger.posting.model.Outcome;
import io.sluice.ledger.posting.model.PaymentPostings;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where entries are kept. */
public interface Journal {

    /**
     * Posts a payment's events, each at most once however often it is delivered, and never a later one without the earlier
     * ones. Completes after the commit. An event that cannot be written for what it contains is rejected, which is an
     * answer and not an error.
     *
     * @return what became of each, in their order; an error when the books cannot be reached, then post again
     */
    Mono<List<Outcome>> post(PaymentPostings postings);
}
