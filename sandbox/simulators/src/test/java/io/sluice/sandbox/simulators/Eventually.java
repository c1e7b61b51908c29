package io.sluice.sandbox.simulators;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks again and again until something holds or the time is over. */
public final class Eventually {
    private Eventually() {}

    public static void holds(Duration atMost, Runnable assertion) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                LockSupport.parkNanos(5_000_000);
            }
        }
    }
}
