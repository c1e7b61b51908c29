package io.sluice.core.gather;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Writes commands by gathering them. A lane that is free takes what is queued at once, up to a bound; a lone command goes
 * out immediately. Commands are spread over the lanes by their key, so that the order within a key is kept and no two
 * lanes wait for each other's rows.
 *
 * <p>Reads that come as fast as writes are gathered by it too: to a lane they are commands that leave nothing behind, so that
 * those whose connection was lost are never found and are asked again.
 */
public final class GatheringWriter<C, R> {

    /** How often lanes look at the clock; bounds by how much a refusal may be late. */
    private static final long TICK_MS = 25;

    private final Session.Source<C, R> sessions;
    private final List<Lane<C, R>> lanes;
    private final Scheduler scheduler;
    private final Disposable clock;

    /** A writer over connections of its own, one a lane, opened now and again whenever they are lost. */
    public static <C, R> GatheringWriter<C, R> over(
            ConnectionFactory connections,
            BatchStatement<C, R> statement,
            GatheringOptions options,
            MeterRegistry registry) {
        return new GatheringWriter<>(
                new R2dbcSessions<>(connections, statement), options, registry, Schedulers.parallel());
    }

    GatheringWriter(
            Session.Source<C, R> sessions, GatheringOptions options, MeterRegistry registry, Scheduler scheduler) {
        GatherMetrics metrics = GatherMetrics.of(registry, options.name());
        this.sessions = sessions;
        this.scheduler = scheduler;
        this.lanes = Stream.generate(() -> new Lane<>(options, sessions, scheduler, metrics))
                .limit(options.lanes())
                .toList();
        GatherMetrics.queueDepth(registry, options.name(), this::depth);
        this.clock =
                scheduler.schedulePeriodically(() -> lanes.forEach(Lane::drain), 0, TICK_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * Writes one command each time it is subscribed to, and completes after the commit. Cancelling before the command is
     * sent takes it back; later it changes nothing.
     *
     * <p>Fails with {@link io.sluice.core.gather.StoreUnavailableException} when nothing was written, with
     * {@link io.sluice.core.gather.WriteInDoubtException} when that is not known, and with the statement's own error
     * when this very command cannot be written.
     */
    public Mono<R> write(C command) {
        return Mono.create(caller -> {
            Object key = sessions.key(command);
            lane(key).accept(new Pending<>(command, key, scheduler.now(TimeUnit.NANOSECONDS), caller));
        });
    }

    /**
     * Runs what subscribes to many writes at once, so that they are one statement where they fit: nothing is sent meanwhile,
     * except by a lane that somebody else drains at this moment.
     */
    public void together(Runnable writes) {
        List<Lane<C, R>> held = lanes.stream().filter(Lane::hold).toList();
        try {
            writes.run();
        } finally {
            held.forEach(Lane::release);
        }
    }

    /** Completes when every lane has had a connection; a writer that is not ready refuses more than it must. */
    public Mono<Void> ready() {
        return Flux.fromIterable(lanes).flatMap(Lane::ready).then();
    }

    /** Refuses new commands; completes when those that wait have their answers and the connections are closed. */
    public Mono<Void> close() {
        return Flux.fromIterable(lanes).flatMap(Lane::close).then().doFinally(signal -> clock.dispose());
    }

    private Lane<C, R> lane(Object key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return lanes.get(Math.floorMod(hash >>> 16, lanes.size()));
    }

    private int depth() {
        return lanes.stream().mapToInt(Lane::depth).sum();
    }
}
