package io.sluice.sandbox.simulation.world;

import io.sluice.core.event.EventCursor;
import io.sluice.core.event.LoggedEvent;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.memory.DecisionTable;
import io.sluice.core.memory.DueAttempts;
import io.sluice.core.memory.PaymentTable;
import io.sluice.core.payment.model.Payment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database: the tables, by the same rules as PostgreSQL's, and the relay's place in the log. One caller at a time. */
public final class Store {

    public final PaymentTable table = new PaymentTable();
    public final DueAttempts dueAttempts = new DueAttempts(table);
    public final DecisionTable decisions = new DecisionTable(table);
    private EventCursor published = EventCursor.START;

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
        return dueAttempts.next().orElse(null);
    }

    /** Where the relay's next turn begins. */
    public EventCursor published() {
        return published;
    }

    public void publishedUpTo(EventCursor cursor) {
        published = cursor;
    }

    /** What was committed after a cursor. */
    public List<LoggedEvent> after(EventCursor cursor, int limit) {
        long position = cursor.position();
        List<LoggedEvent> found = new ArrayList<>();
        for (PaymentEvent event : table.logAfter((int) position, limit)) {
            found.add(new LoggedEvent(new EventCursor(1, ++position), event));
        }
        return found;
    }
}
