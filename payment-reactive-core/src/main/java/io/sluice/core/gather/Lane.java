package io.sluice.core.gather;

import io.netty.util.concurrent.EventExecutor;
import io.sluice.core.loop.Home;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * One writer with a connection of its own. Whoever has news for it (a command, an answer, the clock) calls
 * {@link #drain()}; one thread at a time then does all there is to do, so that nothing below needs a lock. At most one
 * operation, an opening, an execution or a look-up, is in flight.
 */
final class Lane<C, R> {

    private static final int MOST_CONTENTIONS = 20;
    private static final int TOLD_IN_HASTE = 16;

    private final GatheringOptions options;
    private final Scheduler scheduler;
    private final GatherMetrics metrics;
    private final LaneQueue<C, R> queue;
    private final AtomicInteger news = new AtomicInteger();
    private final AtomicReference<@Nullable Runnable> finished = new AtomicReference<>();
    private final Sinks.Empty<Void> ready = Sinks.empty();
    private final Sinks.Empty<Void> closed = Sinks.empty();
    private volatile boolean closing;

    // Only touched while draining.
    private final Deque<Batch<C, R>> unfinished = new ArrayDeque<>();
    private final Link<C, R> link;
    private final Pace pace;
    private boolean inFlight;
    private long wakesAt;

    Lane(GatheringOptions options, Session.Source<C, R> sessions, Scheduler scheduler, GatherMetrics metrics) {
        this.options = options;
        this.scheduler = scheduler;
        this.metrics = metrics;
        this.queue = new LaneQueue<>(options.queue(), options.batch());
        this.link = new Link<>(sessions, options.answerTimeout(), scheduler);
        this.pace = new Pace(options.rest(), options.batch() / 2, now());
        this.wakesAt = now();
    }

    void accept(Pending<C, R> entry) {
        if (closing) {
            entry.fail(new StoreUnavailableException("the writer " + options.name() + " is closed"));
        } else if (!queue.offer(entry)) {
            entry.fail(new StoreUnavailableException("write queue is full (" + queue.capacity()
                    + " commands wait to be written to " + options.name() + "); nothing was written, try again later"));
        } else {
            drain();
        }
    }

    int depth() {
        return queue.depth();
    }

    Mono<Void> ready() {
        return ready.asMono();
    }

    /** Refuses new commands, and completes when those that wait have their answers. */
    Mono<Void> close() {
        closing = true;
        drain();
        return closed.asMono();
    }

    void drain() {
        if (hold()) {
            release();
        }
    }

    /** Whether whoever asks is now the one who drains; nothing is sent until he releases. */
    boolean hold() {
        return news.getAndIncrement() == 0;
    }

    /** Does all that there is to do, by whoever holds it. */
    void release() {
        int seen = 1;
        do {
            turn();
            seen = news.addAndGet(-seen);
        } while (seen != 0);
    }

    private void turn() {
        Runnable outcome = finished.getAndSet(null);
        if (outcome != null) {
            inFlight = false;
            outcome.run();
        }
        giveUp();
        if (!inFlight) {
            advance();
        }
    }

    private void advance() {
        Session<C, R> open = link.session();
        if (closing && unfinished.isEmpty() && queue.isEmpty()) {
            link.drop();
            closed.tryEmitEmpty();
        } else if (open == null) {
            connect();
        } else if (!isToRest()) {
            nextBatch().ifPresent(batch -> send(open, batch));
        }
    }

    /** Whether to wait for more; the clock then brings the lane back. What is unfinished waits for nothing. */
    private boolean isToRest() {
        if (closing || !unfinished.isEmpty()) {
            return false;
        }
        long now = now();
        long left = pace.left(now, queue.waiting(), options.haste().isNeeded());
        if (left > 0 && wakesAt <= now) {
            wakesAt = now + left;
            wakeIn(left);
        }
        return left > 0;
    }

    /** On the event loop that this happens on, if any: it is awake anyhow, and another thread would have to be woken. */
    @SuppressWarnings("FutureReturnValueIgnored") // the clock comes by anyhow
    private void wakeIn(long nanos) {
        EventExecutor here = Home.here();
        if (here == null || here.isShuttingDown()) {
            scheduler.schedule(this::drain, nanos, TimeUnit.NANOSECONDS);
        } else {
            here.schedule(this::drain, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void connect() {
        launch(link.opening(), this::opened, link::failed);
    }

    private void opened(Session<C, R> fresh) {
        link.opened(fresh);
        ready.tryEmitEmpty();
    }

    /** What is unfinished comes first, so that the order within a key is kept. */
    private Optional<Batch<C, R>> nextBatch() {
        Batch<C, R> batch = unfinished.poll();
        if (batch != null) {
            return Optional.of(batch);
        }
        List<Pending<C, R>> taken = queue.take();
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Batch<C, R> fresh = Batch.of(taken);
        pace.sentAt(now());
        metrics.sent(fresh, now());
        return Optional.of(fresh);
    }

    private void send(Session<C, R> to, Batch<C, R> batch) {
        List<C> commands = batch.commands();
        if (batch.lost()) {
            launch(bounded(() -> to.lookUp(commands)), found -> lookedUp(batch, found), e -> lost(batch, e));
        } else {
            long sentAt = now();
            launch(
                    bounded(() -> to.execute(commands)),
                    answers -> answered(batch, answers, sentAt),
                    e -> failed(batch, e));
        }
    }

    private <T> Mono<T> bounded(Supplier<Mono<T>> operation) {
        return Mono.defer(operation).timeout(options.answerTimeout(), scheduler);
    }

    private void answered(Batch<C, R> batch, List<R> answers, long sentAt) {
        if (answers.size() != batch.size()) {
            failed(
                    batch,
                    new IllegalStateException(batch.size() + " commands were executed, but " + answers.size()
                            + " answers came back; there must be one a command"));
            return;
        }
        link.worked();
        metrics.answered(now() - sentAt);
        tell(batch.entries(), (i, entry) -> entry.succeed(answers.get(i)));
    }

    private void failed(Batch<C, R> batch, Throwable error) {
        boolean connected = link.session() != null;
        switch (connected ? BatchFailure.of(error) : BatchFailure.LOST) {
            case LOST -> lost(batch, error);
            case REFUSED -> refuse(batch, "the database cannot write now", error);
            case CONTENTION -> contended(batch, error);
            case POISONED -> split(batch, error);
        }
    }

    private void lost(Batch<C, R> batch, Throwable error) {
        link.failed(error);
        unfinished.addFirst(batch.lostAt(now()));
    }

    private void contended(Batch<C, R> batch, Throwable error) {
        if (batch.tries() < MOST_CONTENTIONS) {
            unfinished.addFirst(batch.again());
        } else {
            refuse(batch, "other transactions were in the way " + batch.tries() + " times", error);
        }
    }

    private void split(Batch<C, R> batch, Throwable error) {
        if (batch.size() == 1) {
            tell(batch.entries(), (i, entry) -> entry.fail(error));
        } else {
            unfinished.addFirst(batch.secondHalf());
            unfinished.addFirst(batch.firstHalf());
        }
    }

    private void lookedUp(Batch<C, R> batch, List<Optional<R>> found) {
        link.worked();
        List<Pending<C, R>> missing = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Pending<C, R> entry = batch.entries().get(i);
            Optional<R> answer = found.get(i);
            if (answer.isEmpty()) {
                missing.add(entry);
            } else {
                tell(List.of(entry), (j, known) -> known.succeed(answer.get()));
            }
        }
        if (!missing.isEmpty()) {
            unfinished.addFirst(batch.missing(missing));
        }
    }

    /** Refuses what has waited for too long: to be sent, or, once sent, to be found. */
    private void giveUp() {
        long now = now();
        boolean away = link.isAwayFor(options.patience());
        List<Pending<C, R>> late = new ArrayList<>();
        queue.removeOlder(away ? now : now - options.patience().toNanos(), late::add);
        if (!late.isEmpty()) {
            refuse(Batch.of(late), away ? "the database is away" : "the database is too slow", link.cause());
        }
        unfinished.removeIf(
                batch -> isHopeless(batch, away, now) && refuse(batch, "the database is away", link.cause()));
    }

    private boolean isHopeless(Batch<C, R> batch, boolean away, long now) {
        Long doubtSince = batch.doubtSince();
        return doubtSince == null
                ? away
                : now - doubtSince >= options.doubtPatience().toNanos();
    }

    private boolean refuse(Batch<C, R> batch, String reason, @Nullable Throwable cause) {
        String detail = cause == null ? "" : " (" + cause.getMessage() + ")";
        RuntimeException error = batch.unavailable(options.name() + ": " + reason + detail, cause);
        return tell(batch.entries(), (i, entry) -> entry.fail(error));
    }

    /** Callers' code never runs within a lane's turn: the next statement is not to wait for it. One task an event loop. */
    private boolean tell(List<Pending<C, R>> entries, Telling<C, R> telling) {
        Set<@Nullable EventExecutor> homes = Collections.newSetFromMap(new IdentityHashMap<>());
        entries.forEach(entry -> homes.add(entry.home));
        homes.forEach(home -> execute(home, () -> tell(home, entries, 0, telling)));
        return true;
    }

    /** In haste a few at once, and what they set going; before the next an event loop reads what has come in meanwhile. */
    @SuppressWarnings("FutureReturnValueIgnored") // a loop that is not shutting down runs it
    private void tell(@Nullable EventExecutor home, List<Pending<C, R>> entries, int from, Telling<C, R> telling) {
        int told = 0;
        for (int i = from; i < entries.size(); i++) {
            if (!Objects.equals(entries.get(i).home, home)) {
                continue;
            }
            if (told++ >= TOLD_IN_HASTE && options.haste().isNeeded() && home != null && !home.isShuttingDown()) {
                int next = i;
                home.schedule(() -> tell(home, entries, next, telling), 0, TimeUnit.NANOSECONDS);
                return;
            }
            telling.tell(i, entries.get(i));
        }
    }

    private void execute(@Nullable EventExecutor home, Runnable task) {
        if (home == null) {
            scheduler.schedule(task);
            return;
        }
        try {
            home.execute(task);
        } catch (RejectedExecutionException _) {
            // The loop is closed, and whoever asked there is gone; the answer is told all the same.
            scheduler.schedule(task);
        }
    }

    private interface Telling<C, R> {
        void tell(int index, Pending<C, R> entry);
    }

    private <T> void launch(Mono<T> operation, Consumer<T> done, Consumer<Throwable> failed) {
        inFlight = true;
        operation
                .single()
                .subscribe(result -> finish(() -> done.accept(result)), error -> finish(() -> failed.accept(error)));
    }

    private void finish(Runnable outcome) {
        finished.set(outcome);
        drain();
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }
}
