package io.sluice.sandbox.simulation.gateway;

import io.sluice.ledger.posting.Journal;
import io.sluice.ledger.posting.model.Outcome;
import io.sluice.ledger.posting.model.PaymentPostings;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.World;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** The books over the network. */
record SimulatedJournal(World world) implements Journal {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public Mono<List<Outcome>> post(PaymentPostings postings) {
        return world.network
                .ask(Link.BOOKS, "post " + postings.payment(), () -> world.books.post(postings))
                .timeout(PATIENCE);
    }
}
