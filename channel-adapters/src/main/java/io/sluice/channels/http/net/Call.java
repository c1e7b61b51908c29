package io.sluice.channels.http.net;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One request, once. Exactly one of its three ends is told, unless it was cancelled before: then none is. {@link #notWritten} can
 * only come while nothing was handed to a socket, {@link #lost} only afterwards; the stages see to that, whatever is called.
 */
public abstract class Call {

    private enum Stage {
        NEW,
        SEEKING,
        WRITTEN,
        OVER
    }

    private static final AtomicReferenceFieldUpdater<Call, Stage> STAGE =
            AtomicReferenceFieldUpdater.newUpdater(Call.class, Stage.class, "stage");

    private final Pool pool;
    private final FullHttpRequest request;
    private final Patience patience;
    private volatile Stage stage = Stage.NEW;
    private @Nullable Wire wire;
    private @Nullable Future<?> endOfWait;

    protected Call(Pool pool, FullHttpRequest request, Patience patience) {
        this.pool = pool;
        this.request = request;
        this.patience = patience;
    }

    /** A whole answer came. */
    protected abstract void onAnswered(HttpResponse head, byte[] body);

    /** No byte left, and none will. */
    protected abstract void onNotWritten(String why);

    /** Bytes may have left, and no whole answer came. */
    protected abstract void onLost(String why);

    /** The same, for want of patience. */
    protected abstract void onLate();

    /** Again and again is once. */
    protected final void start() {
        if (STAGE.compareAndSet(this, Stage.NEW, Stage.SEEKING)) {
            pool.serve(this);
        }
    }

    /** What was not written never will be; a connection on which it was is closed. From any thread. */
    protected final void end() {
        Stage before = STAGE.getAndSet(this, Stage.OVER);
        if (before == Stage.SEEKING) {
            pool.leave(this);
        } else if (before == Stage.WRITTEN && wire != null) {
            wire.abandon(this);
        }
    }

    final FullHttpRequest request() {
        return request;
    }

    final Patience patience() {
        return patience;
    }

    final boolean isOver() {
        return stage == Stage.OVER;
    }

    /** Before it joins the line. */
    final void waitsUntil(Future<?> end) {
        endOfWait = end;
    }

    final void waitsNoMore() {
        if (endOfWait != null) {
            endOfWait.cancel(false);
        }
    }

    /** Whether it may be written now; after that nothing is certain until its answer is here. */
    final boolean isWrittenOn(Wire taken) {
        wire = taken;
        return STAGE.compareAndSet(this, Stage.SEEKING, Stage.WRITTEN);
    }

    final void notWritten(String why) {
        if (STAGE.compareAndSet(this, Stage.SEEKING, Stage.OVER)) {
            onNotWritten(why);
        }
    }

    final void answered(HttpResponse head, byte[] body) {
        if (STAGE.compareAndSet(this, Stage.WRITTEN, Stage.OVER)) {
            onAnswered(head, body);
        }
    }

    final void lost(String why) {
        if (STAGE.compareAndSet(this, Stage.WRITTEN, Stage.OVER)) {
            onLost(why);
        }
    }

    final void late() {
        if (STAGE.compareAndSet(this, Stage.WRITTEN, Stage.OVER)) {
            onLate();
        }
    }
}
