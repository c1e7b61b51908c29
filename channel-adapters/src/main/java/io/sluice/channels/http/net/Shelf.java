package io.sluice.channels.http.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A pool's connections on one event loop, and the only thread that touches them; the one used last is used next. */
final class Shelf {

    private final Pool pool;
    private final WaitingLine line;
    private final EventLoop loop;
    private final Bootstrap bootstrap;
    private final Deque<Wire> resting = new ArrayDeque<>();
    /** Their number, for other threads to see. */
    private volatile int restingCount;

    Shelf(Pool pool, EventLoop loop) {
        this.pool = pool;
        this.line = pool.line();
        this.loop = loop;
        this.bootstrap = Wiring.bootstrap(this);
    }

    Pool pool() {
        return pool;
    }

    EventLoop loop() {
        return loop;
    }

    Bootstrap bootstrap() {
        return bootstrap;
    }

    boolean hasResting() {
        return restingCount > 0;
    }

    /** From any thread. */
    void serve(Call call) {
        if (!run(() -> take(call))) {
            call.notWritten("the event loops have ended");
        }
    }

    /** From any thread. */
    void wake() {
        run(this::serveLine);
    }

    /** Now, when this is the loop. Whether it is run at all: loops that have ended run nothing. */
    boolean run(Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
            return true;
        }
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException ended) {
            return false;
        }
    }

    private void take(Call call) {
        Wire wire = lastUsed();
        if (wire != null) {
            if (!wire.send(call)) {
                giveBack(wire);
            }
        } else if (pool.takeSlot()) {
            new Dial(this, call).begin();
        } else {
            await(call);
        }
    }

    private @Nullable Wire lastUsed() {
        Wire wire = resting.pollLast();
        while (wire != null && !wire.isUsable()) {
            wire.close();
            wire = resting.pollLast();
        }
        restingCount = resting.size();
        return wire;
    }

    private void await(Call call) {
        long waitMs = pool.limits().longestWait().toMillis();
        call.waitsUntil(loop.schedule(() -> giveUp(call), waitMs, TimeUnit.MILLISECONDS));
        if (!line.join(call)) {
            call.waitsNoMore();
            call.notWritten(pool.limits().waiting() + " others wait for one");
            return;
        }
        if (call.isOver()) {
            pool.leave(call);
        }
        pool.wakeShelves();
        serveLine();
    }

    private void giveUp(Call call) {
        if (line.leave(call)) {
            call.notWritten(
                    "none was free within " + pool.limits().longestWait().toMillis() + " ms");
        }
    }

    /** With what rests here, and with new connections where there may be more. */
    private void serveLine() {
        while (!line.isEmpty()) {
            Wire wire = lastUsed();
            if (wire == null && !pool.takeSlot()) {
                return;
            }
            Call call = line.next();
            if (wire != null) {
                layDown(wire, call);
            } else if (call != null) {
                call.waitsNoMore();
                new Dial(this, call).begin();
            } else {
                pool.freeSlot();
            }
        }
    }

    private void layDown(Wire wire, @Nullable Call next) {
        if (next != null) {
            next.waitsNoMore();
            if (wire.send(next)) {
                return;
            }
        }
        wire.rest();
        resting.addLast(wire);
        restingCount = resting.size();
    }

    /** A connection whose answer was read to its end and that may be used again. */
    void giveBack(Wire wire) {
        layDown(wire, line.next());
        serveLine();
    }

    void opened(Wire wire, Call call) {
        wire.open();
        if (!wire.send(call)) {
            giveBack(wire);
        }
    }

    void notOpened(Call call, Throwable failure) {
        pool.freeSlot();
        call.notWritten(failure.getClass().getSimpleName());
        serveLine();
    }

    void closed(Wire wire) {
        if (resting.remove(wire)) {
            restingCount = resting.size();
        }
        pool.freeSlot();
        serveLine();
    }
}
