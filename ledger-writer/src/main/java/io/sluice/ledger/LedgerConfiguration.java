package io.sluice.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.propagation.Propagator;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.event.EventStream;
import io.sluice.ledger.posting.Decisions;
import io.sluice.ledger.posting.JournalTrouble;
import io.sluice.ledger.posting.LedgerWriter;
import io.sluice.ledger.posting.PersistentJournal;
import io.sluice.ledger.posting.json.JsonEventBodies;
import io.sluice.ledger.posting.observed.LoggedJournal;
import io.sluice.ledger.posting.observed.MeteredJournal;
import io.sluice.ledger.posting.observed.TracedJournal;
import io.sluice.ledger.posting.r2dbc.GatheredJournal;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the parts fit together. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    JournalTrouble journalTrouble() {
        return new JournalTrouble();
    }

    @Bean
    GatheredJournal gatheredJournal(ConnectionFactory connections, MeterRegistry meters) {
        return new GatheredJournal(connections, meters);
    }

    /** From the inside out: write, write until it is written, trace, count, tell. */
    @Bean
    LedgerWriter ledgerWriter(
            EventStream stream,
            GatheredJournal gathered,
            JournalTrouble trouble,
            ObjectProvider<Propagator> propagators,
            MeterRegistry meters) {
        var persistent = new PersistentJournal(gathered, trouble);
        var traced = new TracedJournal(persistent, propagators.getIfAvailable(() -> Propagator.NOOP));
        var metered = new MeteredJournal(traced, meters, Clock.systemUTC());
        return new LedgerWriter(
                stream, new Decisions(new JsonEventBodies()), new LoggedJournal(metered), gathered::together);
    }

    @Bean
    LedgerLifecycle ledgerLifecycle(LedgerWriter writer, GatheredJournal journal, MeterRegistry meters) {
        return new LedgerLifecycle(writer, journal, meters);
    }

    @Bean
    JournalHealth journalHealthIndicator(JournalTrouble trouble) {
        return new JournalHealth(trouble);
    }
}
