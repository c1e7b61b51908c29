package io.sluice.core.gather;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/** A store that batches are written to, with the troubles that a database and the way to it may have. */
public final class InMemoryStore<C, R> {

    /** What is stored; only ever used by one batch at a time. */
    public interface Table<C, R> {

        Object key(C command);

        /** Throws when the command can never be written; called for a whole batch before any of it is written. */
        default void check(C command) {}

        /** Writes a command once, however often it is called. */
        R write(C command);

        Optional<R> find(C command);
    }

    private enum Trouble {
        NONE,
        REQUESTS_HELD,
        ANSWERS_LOST,
        GONE
    }

    private final Table<C, R> table;
    private final List<MemorySession> sessions = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private final List<List<C>> batches = new ArrayList<>();
    private Trouble trouble = Trouble.NONE;

    public InMemoryStore(Table<C, R> table) {
        this.table = table;
    }

    public GatheringWriter<C, R> writer(GatheringOptions options, MeterRegistry meters, Scheduler scheduler) {
        return new GatheringWriter<>(new Connections(), options, meters, scheduler);
    }

    /** Requests do not arrive until {@link #deliver()}, if ever. */
    public synchronized void holdRequests() {
        trouble = Trouble.REQUESTS_HELD;
    }

    /** Requests are carried out, and nobody hears of it. */
    public synchronized void loseAnswers() {
        trouble = Trouble.ANSWERS_LOST;
    }

    /** Connections break, new ones are refused. */
    public void goAway() {
        synchronized (this) {
            trouble = Trouble.GONE;
        }
        breakConnections();
    }

    /** New connections, and requests over those that stand, work. */
    public synchronized void recover() {
        trouble = Trouble.NONE;
    }

    /** Connections that stand break. What they carried may still be delivered. */
    public void breakConnections() {
        List<MemorySession> standing;
        synchronized (this) {
            standing = List.copyOf(sessions);
            sessions.clear();
        }
        standing.forEach(MemorySession::lose);
    }

    /** What was held arrives, and is answered where anybody still listens. */
    public void deliver() {
        List<Runnable> requests;
        synchronized (this) {
            trouble = Trouble.NONE;
            requests = List.copyOf(held);
            held.clear();
        }
        requests.forEach(Runnable::run);
    }

    /** The batches that arrived, also those that failed. */
    public synchronized List<List<C>> batches() {
        return List.copyOf(batches);
    }

    public synchronized int heldRequests() {
        return held.size();
    }

    private synchronized List<R> write(List<C> commands) {
        batches.add(List.copyOf(commands));
        commands.forEach(table::check);
        return commands.stream().map(table::write).toList();
    }

    private synchronized List<Optional<R>> find(List<C> commands) {
        return commands.stream().map(table::find).toList();
    }

    private synchronized Session<C, R> connect() {
        if (trouble == Trouble.GONE) {
            throw lost("connection refused");
        }
        MemorySession session = new MemorySession();
        sessions.add(session);
        return session;
    }

    /** Whether the request runs now; its answer is lost when that is the trouble. */
    private <T> void arrive(Supplier<T> request, Sinks.One<T> answer) {
        synchronized (this) {
            if (trouble == Trouble.REQUESTS_HELD) {
                held.add(() -> answer(request, answer));
                return;
            }
            if (trouble == Trouble.ANSWERS_LOST) {
                T _ = request.get();
                return;
            }
        }
        answer(request, answer);
    }

    private static <T> void answer(Supplier<T> request, Sinks.One<T> answer) {
        try {
            answer.tryEmitValue(request.get());
        } catch (RuntimeException e) {
            answer.tryEmitError(e);
        }
    }

    private static RuntimeException lost(String reason) {
        return new R2dbcNonTransientResourceException(reason);
    }

    private final class Connections implements Session.Source<C, R> {

        @Override
        public Object key(C command) {
            return table.key(command);
        }

        @Override
        public Mono<Session<C, R>> open() {
            return Mono.fromSupplier(InMemoryStore.this::connect);
        }
    }

    private final class MemorySession implements Session<C, R> {

        private final Sinks.One<RuntimeException> loss = Sinks.one();
        private volatile boolean open = true;

        @Override
        public Mono<List<R>> execute(List<C> commands) {
            return exchange(() -> write(commands));
        }

        @Override
        public Mono<List<Optional<R>>> lookUp(List<C> commands) {
            return exchange(() -> find(commands));
        }

        private <T> Mono<T> exchange(Supplier<T> request) {
            Sinks.One<T> answer = Sinks.one();
            Mono<T> lost = loss.asMono().flatMap(Mono::error);
            return Mono.firstWithSignal(answer.asMono(), lost).doOnSubscribe(s -> arrive(request, answer));
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }

        void lose() {
            open = false;
            loss.tryEmitValue(lost("connection reset"));
        }
    }
}
