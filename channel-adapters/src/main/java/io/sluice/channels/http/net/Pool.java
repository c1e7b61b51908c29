package io.sluice.channels.http.net;

import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.netty.http.HttpResources;
import reactor.netty.resources.LoopResources;

/**
 * The connections to one origin. Each belongs to an event loop and rests on that loop's {@link Shelf}, so that a call made on a
 * loop is written and answered there, without a lock or a hop. Two things are shared: how many connections there may still be,
 * and the line of calls that found none.
 *
 * <p>A call joins the line and then looks whether something came free; who frees something lays it down and then looks whether
 * somebody waits. At least one of the two sees the other, so nobody waits beside a free connection.
 */
public final class Pool {

    private final Origin origin;
    private final Limits limits;
    private final SslContext tls;
    private final AtomicInteger mayOpen;
    private final WaitingLine line;
    private final Map<EventLoop, Shelf> shelves = new ConcurrentHashMap<>();

    /** @param tls for an origin that is secure */
    public Pool(Origin origin, Limits limits, SslContext tls) {
        this.origin = origin;
        this.limits = limits;
        this.tls = tls;
        this.mayOpen = new AtomicInteger(limits.connections());
        this.line = new WaitingLine(limits.waiting());
    }

    public Origin origin() {
        return origin;
    }

    Limits limits() {
        return limits;
    }

    SslContext tls() {
        return tls;
    }

    WaitingLine line() {
        return line;
    }

    /** On the caller's own event loop, if he is on one of Reactor Netty's. */
    void serve(Call call) {
        EventLoop loop =
                HttpResources.get().onClient(LoopResources.DEFAULT_NATIVE).next();
        Shelf shelf = shelves.get(loop);
        if (shelf == null) {
            shelf = shelves.computeIfAbsent(loop, its -> new Shelf(this, its));
        }
        shelf.serve(call);
    }

    void leave(Call call) {
        if (line.leave(call)) {
            call.waitsNoMore();
        }
    }

    boolean takeSlot() {
        return Counting.take(mayOpen);
    }

    void freeSlot() {
        mayOpen.incrementAndGet();
    }

    /** Connections that rest on other loops while somebody waits are given away by their own. */
    void wakeShelves() {
        for (Shelf shelf : shelves.values()) {
            if (shelf.hasResting()) {
                shelf.wake();
            }
        }
    }
}
