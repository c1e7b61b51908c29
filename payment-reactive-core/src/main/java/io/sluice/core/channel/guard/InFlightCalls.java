package io.sluice.core.channel.guard;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How long the calls that wait for their answer have been waiting, to a twentieth of a second: a ring with the number of
 * calls that began in each. Without a lock, for event loops begin and end calls at the same time.
 */
final class InFlightCalls {

    private static final long TICK_MS = 50;

    private final AtomicIntegerArray begun;
    private final AtomicInteger all = new AtomicInteger();

    /** @param longest no call waits for longer */
    InFlightCalls(Duration longest) {
        this.begun = new AtomicIntegerArray(Math.toIntExact(longest.toMillis() / TICK_MS) + 40);
    }

    /** @return the tick to {@link #end} it with */
    long begin(long nowMs) {
        long tick = nowMs / TICK_MS;
        begun.incrementAndGet(slot(tick));
        all.incrementAndGet();
        return tick;
    }

    void end(long tick) {
        begun.decrementAndGet(slot(tick));
        all.decrementAndGet();
    }

    int all() {
        return all.get();
    }

    /** How many began at least {@code ageMs} ago. */
    int olderThan(long ageMs, long nowMs) {
        long newest = (nowMs - ageMs) / TICK_MS - 1;
        long oldest = nowMs / TICK_MS - begun.length() + 1;
        int older = 0;
        for (long tick = oldest; tick <= newest; tick++) {
            older += begun.get(slot(tick));
        }
        return older;
    }

    private int slot(long tick) {
        return (int) Math.floorMod(tick, (long) begun.length());
    }
}
