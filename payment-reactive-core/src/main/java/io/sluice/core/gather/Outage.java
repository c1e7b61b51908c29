package io.sluice.core.gather;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a lane has been without a connection, why, and when it tries again. Belongs to the lane's thread. */
final class Outage {

    private static final Duration FIRST_DELAY = Duration.ofMillis(10);
    private static final Duration LONGEST_DELAY = Duration.ofMillis(250);

    private long since;
    private Duration delay = Duration.ZERO;
    private @Nullable Throwable cause;

    Outage(long now) {
        this.since = now;
    }

    void beginsAt(long now) {
        since = now;
    }

    /** The delays double, and go on doubling while connections open but carry nothing. */
    void failed(@Nullable Throwable error) {
        cause = error;
        Duration doubled = delay.isZero() ? FIRST_DELAY : delay.multipliedBy(2);
        delay = doubled.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : doubled;
    }

    /** A statement was answered. */
    void isOver() {
        delay = Duration.ZERO;
        cause = null;
    }

    boolean isLongerThan(Duration patience, long now) {
        return now - since >= patience.toNanos();
    }

    Duration delay() {
        return delay;
    }

    @Nullable Throwable cause() {
        return cause;
    }
}
