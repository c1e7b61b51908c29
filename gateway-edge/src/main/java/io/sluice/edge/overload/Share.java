package io.sluice.edge.overload;

import java.util.concurrent.atomic.AtomicInteger;

/** What one merchant's key, or an address that has proven nothing yet, has being worked on or waiting for it. */
final class Share {

    private final AtomicInteger taken = new AtomicInteger();
    private volatile long lastSeen;

    int taken() {
        return taken.get();
    }

    void takes() {
        taken.incrementAndGet();
    }

    void gives() {
        taken.decrementAndGet();
    }

    /** @param interval the number of the present one */
    void seenIn(long interval) {
        if (lastSeen != interval) {
            lastSeen = interval;
        }
    }

    boolean isIdleSince(long interval) {
        return lastSeen < interval && taken.get() == 0;
    }
}
