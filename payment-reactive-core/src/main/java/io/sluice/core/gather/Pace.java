package io.sluice.core.gather;

import java.time.Duration;

/**
 * When a lane sends. Few commands that each leave at once make statements of two or three, which cost PostgreSQL and the
 * gateway a multiple of what they cost together; so from one sending to the next a lane rests, unless enough wait. Who
 * comes to a lane that has rested is sent at once. Belongs to the lane.
 */
final class Pace {
    /** Callers who are told in parts come back in parts, and a longer rest puts these together again. */
    private static final int RESTS_IN_HASTE = 3;

    private final long rest;
    private final int enough;
    private long sentAt;

    /** @param enough commands that are worth a statement however soon they come */
    Pace(Duration rest, int enough, long now) {
        this.rest = rest.toNanos();
        this.enough = enough;
        this.sentAt = now - this.rest;
    }

    void sentAt(long now) {
        sentAt = now;
    }

    /** Nanoseconds until what waits is to be sent, or 0. */
    long left(long now, int waiting, boolean haste) {
        long due = sentAt + (haste ? RESTS_IN_HASTE : 1) * rest;
        return waiting == 0 || waiting >= enough ? 0 : Math.max(0, due - now);
    }
}
