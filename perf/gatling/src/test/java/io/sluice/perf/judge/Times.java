package io.sluice.perf.judge;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** How long answers took, to the millisecond. Safe for any thread. */
final class Times {
    private static final int LONGEST_MS = 120_000;

    private final AtomicIntegerArray counts = new AtomicIntegerArray(LONGEST_MS + 1);

    void add(int tookMs) {
        counts.incrementAndGet(Math.clamp(tookMs, 0, LONGEST_MS));
    }

    int count() {
        return countWithin(LONGEST_MS);
    }

    /** How many took no longer. */
    int countWithin(int limitMs) {
        int sum = 0;
        for (int ms = 0; ms <= limitMs; ms++) {
            sum += counts.get(ms);
        }
        return sum;
    }

    /** The time in milliseconds within which that share came; 0 when none came. */
    int within(double share) {
        long wanted = (long) Math.ceil(count() * share);
        long seen = 0;
        for (int ms = 0; ms <= LONGEST_MS; ms++) {
            seen += counts.get(ms);
            if (seen >= wanted) {
                return ms;
            }
        }
        return LONGEST_MS;
    }
}
