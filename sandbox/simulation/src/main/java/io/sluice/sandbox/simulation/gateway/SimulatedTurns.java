package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.event.EventCursor;
import io.sluice.core.event.LoggedEvent;
import io.sluice.core.event.RelayTurns;
import io.sluice.sandbox.simulation.time.Machine;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The turn to relay: a lock that belongs to a session, and is free when the session's machine is dead. */
final class SimulatedTurns implements RelayTurns {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TRY_AGAIN = Duration.ofMillis(500);

    private final World world;
    private final Lock lock;

    SimulatedTurns(World world, Lock lock) {
        this.world = world;
        this.lock = lock;
    }

    /** In the database, one for all relays. */
    static final class Lock {

        private @Nullable SessionTurn holder;

        private boolean take(SessionTurn session) {
            if (session.closed) {
                return false;
            }
            if (holder != null && holder.machine.isAlive() && holder != session) {
                return false;
            }
            holder = session;
            return true;
        }

        private void free(SessionTurn session) {
            session.closed = true;
            if (holder == session) {
                holder = null;
            }
        }
    }

    @Override
    public <T> Flux<T> take(Function<Turn, Flux<T>> work, Mono<Void> until) {
        return Flux.usingWhen(
                Mono.fromSupplier(() -> new SessionTurn(world.time.current())),
                session -> session.lead(work).takeUntilOther(until),
                session -> Mono.fromRunnable(() -> lock.free(session)));
    }

    private final class SessionTurn implements Turn {

        private final Machine machine;
        private boolean closed;
        private EventCursor position = EventCursor.START;

        SessionTurn(Machine machine) {
            this.machine = machine;
        }

        <T> Flux<T> lead(Function<Turn, Flux<T>> work) {
            return ask("", () -> lock.take(this))
                    .filter(taken -> taken)
                    .repeatWhenEmpty(tries -> tries.delayElements(TRY_AGAIN))
                    .then(ask("read the relay's position", world.store::published))
                    .flatMapMany(begin -> {
                        position = begin;
                        return work.apply(this);
                    });
        }

        @Override
        public Mono<List<LoggedEvent>> next(int limit) {
            return ask("", () -> world.store.after(position, limit));
        }

        @Override
        public Mono<Void> moveTo(EventCursor cursor) {
            return ask("move the relay to " + cursor.position(), () -> {
                        if (lock.holder == this) {
                            world.store.publishedUpTo(cursor);
                        }
                        return cursor;
                    })
                    .doOnNext(moved -> position = moved)
                    .then();
        }

        @Override
        public Mono<Instant> oldestUnpublished() {
            return Mono.empty();
        }

        private <T> Mono<T> ask(String what, Supplier<T> request) {
            return world.network.ask(Link.STORE, what, request).timeout(PATIENCE);
        }
    }
}
