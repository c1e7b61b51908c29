package io.sluice.sandbox.simulation.world;

import io.sluice.core.event.EventCursor;
import io.sluice.core.event.LoggedEvent;
import io.sluice.core.event.PaymentEvent;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The event log as transactions leave it. A transaction has its number when it begins and is seen when it commits, so that a
 * later number may be seen first: who reads in the order of the numbers has to stop before the oldest that is in flight.
 */
final class CommitLog {

    private final NavigableMap<EventCursor, PaymentEvent> rows =
            new TreeMap<>(Comparator.comparingLong(EventCursor::xid).thenComparingLong(EventCursor::position));
    private final TreeSet<Long> inFlight = new TreeSet<>();
    private long last;

    long begin() {
        inFlight.add(++last);
        return last;
    }

    void commit(long transaction, List<PaymentEvent> events) {
        events.forEach(event -> rows.put(new EventCursor(transaction, rows.size() + 1), event));
        inFlight.remove(transaction);
    }

    /** As the relay reads it. */
    List<LoggedEvent> after(EventCursor cursor, int limit) {
        long horizon = inFlight.isEmpty() ? last + 1 : inFlight.first();
        return rows.tailMap(cursor, false).entrySet().stream()
                .filter(row -> row.getKey().xid() < horizon)
                .limit(limit)
                .map(row -> new LoggedEvent(row.getKey(), row.getValue()))
                .toList();
    }
}
