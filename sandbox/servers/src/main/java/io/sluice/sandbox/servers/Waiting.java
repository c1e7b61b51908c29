package io.sluice.sandbox.servers;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Blocking waits of a launcher; an interrupt ends them as a failure. */
final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Waiting() {}

    /** Polls until the condition holds; false when it does not within the time. */
    static boolean until(Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            interruptibly(() -> Thread.sleep(PAUSE));
        }
        return true;
    }

    static int forExit(Process process) {
        interruptibly(process::waitFor);
        return process.exitValue();
    }

    static boolean forExit(Process process, Duration atMost) {
        return until(atMost, () -> !process.isAlive());
    }

    static void sleep(Duration time) {
        interruptibly(() -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
    }

    private static void interruptibly(Interruptible wait) {
        try {
            wait.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a server", e);
        }
    }

    private interface Interruptible {
        void run() throws InterruptedException;
    }
}
