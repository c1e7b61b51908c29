package io.sluice.core.channel.guard;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What became of the orders of the last ten seconds: a ring of seconds with counters and a histogram of latencies, each step
 * of it 41 % wider than the one before. Without a lock; where two event loops begin a second at once a count may be lost.
 */
final class RecentCalls {

    private static final int SECONDS = 10;
    private static final int STEPS = 32;
    private static final int TAKEN = STEPS;
    private static final int LOST = STEPS + 1;
    private static final int WIDTH = STEPS + 2;

    private final AtomicLongArray second = new AtomicLongArray(SECONDS);
    private final AtomicLongArray latencyMs = new AtomicLongArray(SECONDS);
    private final AtomicIntegerArray counts = new AtomicIntegerArray(SECONDS * WIDTH);

    /** What the window shows. {@code p99Ms} is the upper bound of its step. */
    record Seen(int taken, int lost, long meanMs, long p99Ms) {

        int samples() {
            return taken + lost;
        }

        int successPermille() {
            return samples() == 0 ? 1000 : (int) (1000L * taken / samples());
        }
    }

    /** @param taken whether the channel took the order */
    void answered(boolean taken, long tookMs, long nowMs) {
        int slot = slot(nowMs);
        counts.incrementAndGet(slot * WIDTH + (taken ? TAKEN : LOST));
        counts.incrementAndGet(slot * WIDTH + step(tookMs));
        latencyMs.addAndGet(slot, tookMs);
    }

    void lost(long nowMs) {
        counts.incrementAndGet(slot(nowMs) * WIDTH + LOST);
    }

    Seen seen(long nowMs) {
        int[] sums = new int[WIDTH];
        long latency = 0;
        for (int slot = 0; slot < SECONDS; slot++) {
            if (second.get(slot) > nowMs / 1000 - SECONDS) {
                latency += latencyMs.get(slot);
                for (int i = 0; i < WIDTH; i++) {
                    sums[i] += counts.get(slot * WIDTH + i);
                }
            }
        }
        int answered = 0;
        for (int step = 0; step < STEPS; step++) {
            answered += sums[step];
        }
        return new Seen(sums[TAKEN], sums[LOST], answered == 0 ? 0 : latency / answered, p99(sums, answered));
    }

    private static long p99(int[] sums, int answered) {
        int above = answered / 100;
        for (int step = STEPS - 1; step >= 0; step--) {
            above -= sums[step];
            if (above < 0) {
                return Math.round(Math.pow(2, (step + 1) / 2.0));
            }
        }
        return 0;
    }

    private static int step(long tookMs) {
        long ms = Math.max(1, tookMs);
        int doubling = Long.SIZE - 1 - Long.numberOfLeadingZeros(ms);
        boolean upper = ms > (1L << doubling) * 1.414;
        return Math.min(STEPS - 1, 2 * doubling + (upper ? 1 : 0));
    }

    private int slot(long nowMs) {
        long now = nowMs / 1000;
        int slot = (int) Math.floorMod(now, (long) SECONDS);
        long known = second.get(slot);
        if (known != now && second.compareAndSet(slot, known, now)) {
            latencyMs.set(slot, 0);
            for (int i = 0; i < WIDTH; i++) {
                counts.set(slot * WIDTH + i, 0);
            }
        }
        return slot;
    }
}
