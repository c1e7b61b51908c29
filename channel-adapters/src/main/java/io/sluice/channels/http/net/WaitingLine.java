package io.sluice.channels.http.net;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Calls that wait for a connection, first come first served. Whoever takes a call out of here goes on with it, so only one does. */
final class WaitingLine {

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final AtomicInteger places;

    WaitingLine(int places) {
        this.places = new AtomicInteger(places);
    }

    /** Not when all places are taken. */
    boolean join(Call call) {
        if (!Counting.take(places)) {
            return false;
        }
        calls.add(call);
        return true;
    }

    /** Whether it was still waiting. */
    boolean leave(Call call) {
        boolean waited = calls.remove(call);
        if (waited) {
            places.incrementAndGet();
        }
        return waited;
    }

    @Nullable Call next() {
        Call first = calls.poll();
        if (first != null) {
            places.incrementAndGet();
        }
        return first;
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }
}
