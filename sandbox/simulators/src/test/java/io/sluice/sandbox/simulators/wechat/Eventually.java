package io.sluice.sandbox.simulators.wechat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks again and again until something holds or the time is over. */
final class Eventually {
    private Eventually() {}

    static void holds(Duration atMost, Runnable assertion) {
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
