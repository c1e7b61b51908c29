package io.sluice.edge.event.model;

import io.sluice.core.event.EventCursor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The end of a merchant's log without gaps, as it was handed out lately: so much a watcher may be behind.
 *
 * @param start everything after it up to the end is here
 * @param end everything up to it was handed out
 */
public record RecentEvents(EventCursor start, EventCursor end, List<Kept> kept) {

    /** A second of 1,000 payments a second. */
    static final int MOST_BYTES = 2 * 1024 * 1024;

    /** No longer than an answer may be left unread, so that what nobody waits for takes no room for ever. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    public static RecentEvents none(EventCursor end) {
        return new RecentEvents(end, end, List.of());
    }

    /**
     * Of what there was before as much goes as has to. What is added stays whole, however much it is, so that he who has
     * taken everything is never behind.
     *
     * @param more what comes next in the log
     */
    public RecentEvents plus(List<Passage> more, long nowNanos) {
        Deque<Kept> before = new ArrayDeque<>(kept);
        long bytes = kept.stream().mapToLong(one -> one.passage().bytes()).sum()
                + more.stream().mapToLong(Passage::bytes).sum();
        EventCursor from = start;
        while (!before.isEmpty() && (bytes > MOST_BYTES || before.getFirst().isOld(nowNanos))) {
            Passage oldest = before.removeFirst().passage();
            bytes -= oldest.bytes();
            from = oldest.end();
        }
        List<Kept> all = new ArrayList<>(before);
        more.forEach(passage -> all.add(new Kept(passage, nowNanos)));
        return new RecentEvents(from, more.isEmpty() ? end : more.getLast().end(), List.copyOf(all));
    }

    /** Whether nothing that comes after the cursor is missing here. */
    public boolean reachBackTo(EventCursor cursor) {
        return cursor.compareTo(start) >= 0;
    }

    /** From the newest backwards, for nearly all ask for what was added last. */
    public List<Passage> after(EventCursor cursor) {
        Deque<Passage> found = new ArrayDeque<>();
        for (Kept one : kept.reversed()) {
            if (one.passage().end().compareTo(cursor) <= 0) {
                break;
            }
            found.addFirst(one.passage().after(cursor));
        }
        return List.copyOf(found);
    }

    /** @param sinceNanos when it was handed out */
    public record Kept(Passage passage, long sinceNanos) {

        boolean isOld(long nowNanos) {
            return nowNanos - sinceNanos > LONGEST.toNanos();
        }
    }
}
