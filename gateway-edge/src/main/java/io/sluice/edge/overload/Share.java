package io.sluice.edge.overload;

import io.sluice.edge.overload.model.AdmissionPolicy.Mine;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one merchant's key, or an address that has proven nothing yet, has being worked on or waiting for it, and what it
 * asked for lately and was refused.
 */
final class Share {

    private final AtomicInteger taken = new AtomicInteger();
    private final Lately asked = new Lately();
    private final Lately refused = new Lately();
    private volatile long lastSeen;

    void takes() {
        taken.incrementAndGet();
    }

    void gives() {
        taken.decrementAndGet();
    }

    Mine now() {
        return new Mine(taken.get(), asked.count(), refused.count());
    }

    /** @param interval the number of the present one */
    void asksIn(long interval) {
        asked.more();
        if (lastSeen != interval) {
            lastSeen = interval;
        }
    }

    void keptOut() {
        refused.more();
    }

    void nextInterval() {
        asked.nextInterval();
        refused.nextInterval();
    }

    boolean isIdleSince(long interval) {
        return lastSeen < interval && taken.get() == 0;
    }
}
