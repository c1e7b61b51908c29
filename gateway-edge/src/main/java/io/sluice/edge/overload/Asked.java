package io.sluice.edge.overload;

import java.util.concurrent.atomic.AtomicInteger;

/** How many requests came lately: of what came before, each interval forgets an eighth. */
final class Asked {

    private static final int FORGOTTEN = 8;

    private final AtomicInteger lately = new AtomicInteger();

    void more() {
        lately.incrementAndGet();
    }

    int lately() {
        return lately.get();
    }

    /** Rounded so that it comes to nothing in the end. */
    void nextInterval() {
        lately.updateAndGet(count -> count - Math.ceilDiv(count, FORGOTTEN));
    }
}
