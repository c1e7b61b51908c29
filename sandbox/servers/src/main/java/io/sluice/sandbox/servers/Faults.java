package io.sluice.sandbox.servers;

import java.time.Duration;

/** The fault that holds at the moment. */
final class Faults {
    private Kind kind = Kind.NONE;
    private Duration delay = Duration.ZERO;

    enum Kind {
        NONE,
        STALL,
        HALF_OPEN,
        LOST_ANSWERS
    }

    synchronized void set(Kind fault) {
        kind = fault;
        notifyAll();
    }

    synchronized void delay(Duration time) {
        delay = time;
    }

    synchronized void clear() {
        delay = Duration.ZERO;
        set(Kind.NONE);
    }

    synchronized Kind kind() {
        return kind;
    }

    /** Lets the caller wait as long as bytes are to be held back. */
    void await() throws InterruptedException {
        Thread.sleep(currentDelay());
        synchronized (this) {
            while (kind == Kind.STALL) {
                wait();
            }
        }
    }

    private synchronized Duration currentDelay() {
        return delay;
    }
}
