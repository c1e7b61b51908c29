package io.sluice.channels.bank.net;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to leave a host alone that cannot be reached: 100 ms, doubled each time up to 10 s, up to a half more. */
final class Backoff {

    private static final long FIRST_MS = 100;
    private static final long LONGEST_MS = 10_000;

    private int failures;
    private long notBefore = System.nanoTime();

    synchronized void succeeded() {
        failures = 0;
        notBefore = System.nanoTime();
    }

    synchronized void failed() {
        long pause = Math.min(LONGEST_MS, FIRST_MS << Math.min(failures, 10));
        failures++;
        long spread = ThreadLocalRandom.current().nextLong(pause / 2);
        notBefore = System.nanoTime() + Duration.ofMillis(pause + spread).toNanos();
    }

    /** Zero when it may be tried. */
    synchronized Duration left() {
        return Duration.ofNanos(Math.max(0, notBefore - System.nanoTime()));
    }
}
