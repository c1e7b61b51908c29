package io.sluice.core.gather;

import io.netty.util.concurrent.EventExecutor;
import io.sluice.core.loop.Home;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/** A command and the caller who waits for its answer. */
final class Pending<C, R> {

    final C command;
    final Object key;
    final long since;

    /** The event loop that it came from and that hears its answer, so that a request stays on one; null for any. */
    final @Nullable EventExecutor home = Home.here();

    private final MonoSink<R> caller;
    private final AtomicBoolean claimed = new AtomicBoolean();

    Pending(C command, Object key, long now, MonoSink<R> caller) {
        this.command = command;
        this.key = key;
        this.since = now;
        this.caller = caller;
        caller.onCancel(() -> claimed.set(true));
    }

    /** Either the lane takes a command, once, or its caller has cancelled it before. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    void succeed(R answer) {
        caller.success(answer);
    }

    void fail(Throwable error) {
        caller.error(error);
    }
}
