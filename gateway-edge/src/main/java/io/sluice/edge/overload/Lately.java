package io.sluice.edge.overload;

import java.util.concurrent.atomic.AtomicInteger;

/** How many there were lately: of those before, each interval forgets an eighth. */
final class Lately {

    /** At a steady pace they are as many as come in so many intervals. */
    static final int INTERVALS = 8;

    private final AtomicInteger lately = new AtomicInteger();

    void more() {
        lately.incrementAndGet();
    }

    int count() {
        return lately.get();
    }

    /** Rounded so that it comes to nothing in the end. */
    void nextInterval() {
        lately.updateAndGet(count -> count - Math.ceilDiv(count, INTERVALS));
    }
}
