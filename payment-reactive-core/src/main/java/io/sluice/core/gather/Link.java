package io.sluice.core.gather;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A lane's way to the store: its session, if there is one, and how the next comes about. Belongs to the lane. */
final class Link<C, R> {

    private final Session.Source<C, R> sessions;
    private final Duration limit;
    private final Scheduler scheduler;
    private final Outage outage;
    private @Nullable Session<C, R> session;

    Link(Session.Source<C, R> sessions, Duration limit, Scheduler scheduler) {
        this.sessions = sessions;
        this.limit = limit;
        this.scheduler = scheduler;
        this.outage = new Outage(now());
    }

    /** Null while there is none, or none any more. */
    @Nullable Session<C, R> session() {
        if (session != null && !session.isOpen()) {
            drop();
        }
        return session;
    }

    /** A new session, after the delay that earlier failures ask for. */
    Mono<Session<C, R>> opening() {
        Mono<Session<C, R>> opening = Mono.defer(sessions::open).timeout(limit, scheduler);
        Duration delay = outage.delay();
        return delay.isZero() ? opening : Mono.delay(delay, scheduler).then(opening);
    }

    void opened(Session<C, R> fresh) {
        session = fresh;
    }

    void drop() {
        if (session != null) {
            session.close();
            session = null;
            outage.beginsAt(now());
        }
    }

    /** An opening failed, or a session did. */
    void failed(Throwable error) {
        drop();
        outage.failed(error);
    }

    /** A session was of use. */
    void worked() {
        outage.isOver();
    }

    boolean isAwayFor(Duration patience) {
        return session == null && outage.isLongerThan(patience, now());
    }

    /** Why the last session was lost or could not be opened. */
    @Nullable Throwable cause() {
        return outage.cause();
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }
}
