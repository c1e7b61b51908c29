package io.sluice.channels.http.net;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One timer for what is due again and again and hardly ever comes about. It is moved only to ring earlier; when it rings too early
 * it looks when it should and goes to sleep again. So a busy connection sets it about once in its patience, not at each request.
 */
final class Alarm {

    private final EventLoop loop;
    private final LongSupplier due;
    private final Runnable ring;
    private @Nullable Future<?> set;
    private long setTo;

    /** @param due when it is to ring, in the time of {@link System#nanoTime} */
    Alarm(EventLoop loop, LongSupplier due, Runnable ring) {
        this.loop = loop;
        this.due = due;
        this.ring = ring;
    }

    /** What is due may be due earlier than before. */
    void adjust() {
        long at = due.getAsLong();
        if (set != null && setTo - at <= 0) {
            return;
        }
        off();
        setTo = at;
        set = loop.schedule(this::look, Math.max(0, at - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    void off() {
        if (set != null) {
            set.cancel(false);
            set = null;
        }
    }

    private void look() {
        set = null;
        if (System.nanoTime() - due.getAsLong() < 0) {
            adjust();
        } else {
            ring.run();
        }
    }
}
