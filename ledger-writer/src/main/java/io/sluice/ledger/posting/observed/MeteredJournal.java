package io.sluice.ledger.posting.observed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sluice.ledger.posting.Journal;
import io.sluice.ledger.posting.model.Outcome;
import io.sluice.ledger.posting.model.PaymentPostings;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Counts what becomes of events: {@code sluice.ledger.posted}, {@code .consumed}, {@code .duplicate} and {@code .rejected},
 * the last of which is to raise an alarm; and {@code sluice.ledger.lag}, from an event to its entry.
 */
public final class MeteredJournal implements Journal {

    private final Journal inner;
    private final Clock clock;
    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
    private final Timer lag;

    public MeteredJournal(Journal inner, MeterRegistry meters, Clock clock) {
        this.inner = inner;
        this.clock = clock;
        for (Outcome outcome : Outcome.values()) {
            counters.put(outcome, counter(outcome, meters));
        }
        this.lag = Timer.builder("sluice.ledger.lag")
                .description("from an event until its entry is in the books")
                .register(meters);
    }

    private static Counter counter(Outcome outcome, MeterRegistry meters) {
        return Counter.builder("sluice.ledger." + outcome.name().toLowerCase(Locale.ROOT))
                .description(
                        switch (outcome) {
                            case POSTED -> "events that made an entry";
                            case CONSUMED -> "events without anything to book";
                            case REJECTED -> "events that could not be booked and wait for people";
                            case DUPLICATE -> "events delivered again";
                        })
                .register(meters);
    }

    @Override
    public Mono<List<Outcome>> post(PaymentPostings postings) {
        return inner.post(postings).doOnNext(outcomes -> count(postings, outcomes));
    }

    private void count(PaymentPostings postings, List<Outcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            Counter counter = counters.get(outcome);
            if (counter != null) {
                counter.increment();
            }
            if (outcome == Outcome.POSTED) {
                lag.record(Duration.between(postings.postings().get(i).event().at(), clock.instant()));
            }
        }
    }
}
