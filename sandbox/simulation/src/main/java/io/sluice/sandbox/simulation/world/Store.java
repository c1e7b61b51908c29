package io.sluice.sandbox.simulation.world;

import io.sluice.core.event.EventCursor;
import io.sluice.core.event.LoggedEvent;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.memory.DecisionTable;
import io.sluice.core.memory.DueAttempts;
import io.sluice.core.memory.DueModifications;
import io.sluice.core.memory.ModificationTable;
import io.sluice.core.memory.PaymentTable;
import io.sluice.core.payment.model.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The database: the tables, by the same rules as PostgreSQL's, and the relay's place in the log. One caller at a time. */
public final class Store {

    public final PaymentTable table = new PaymentTable();
    public final DueAttempts dueAttempts = new DueAttempts(table);
    public final ModificationTable modifications = new ModificationTable(table);
    public final DueModifications dueModifications = new DueModifications(modifications);
    public final DecisionTable decisions = new DecisionTable(table);
    private final CommitLog commits = new CommitLog();
    private EventCursor published = EventCursor.START;

    /** Writes in a transaction that ends at once. */
    public <T> T write(Supplier<T> statement) {
        return commit(commits.begin(), statement);
    }

    /** Writes in a transaction that takes its time; until it ends, nobody sees what it wrote. */
    public <T> Mono<T> write(Duration takes, Supplier<T> statement) {
        long transaction = commits.begin();
        return Mono.delay(takes).map(tick -> commit(transaction, statement));
    }

    /** What fails is rolled back, and has written nothing. */
    private <T> T commit(long transaction, Supplier<T> statement) {
        int before = table.log().size();
        try {
            return statement.get();
        } finally {
            List<PaymentEvent> log = table.log();
            commits.commit(transaction, log.subList(before, log.size()));
        }
    }

    public Collection<Payment> payments() {
        return table.rows();
    }

    public Optional<Payment> payment(PaymentId id) {
        return payments().stream().filter(payment -> payment.id().equals(id)).findFirst();
    }

    public Optional<Payment> ofAttempt(AttemptId id) {
        return payments().stream()
                .filter(payment -> payment.attempts().stream()
                        .anyMatch(attempt -> attempt.id().equals(id)))
                .findFirst();
    }

    /** In commit order. */
    public List<PaymentEvent> log() {
        return table.log();
    }

    public List<PaymentEvent> events(PaymentId id) {
        return table.events(id);
    }

    /** When something becomes due; null when nothing will. */
    public @Nullable Instant nextDue() {
        return Stream.concat(dueAttempts.next().stream(), dueModifications.next().stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Where the relay's next turn begins. */
    public EventCursor published() {
        return published;
    }

    public void publishedUpTo(EventCursor cursor) {
        published = cursor;
    }

    /** What was committed after a cursor, and before all that is not. */
    public List<LoggedEvent> after(EventCursor cursor, int limit) {
        return commits.after(cursor, limit);
    }
}
