package io.sluice.edge.overload;

import java.util.concurrent.atomic.AtomicInteger;

/** What one merchant's key, or an address that has proven nothing yet, has being worked on. */
final class Share {

    private final AtomicInteger working = new AtomicInteger();
    private volatile long lastSeen;

    int working() {
        return working.get();
    }

    void begins() {
        working.incrementAndGet();
    }

    void ends() {
        working.decrementAndGet();
    }

    /** @param interval the number of the present one */
    void seenIn(long interval) {
        if (lastSeen != interval) {
            lastSeen = interval;
        }
    }

    boolean isIdleSince(long interval) {
        return lastSeen < interval && working.get() == 0;
    }
}
