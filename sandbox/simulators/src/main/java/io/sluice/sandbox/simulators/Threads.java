package io.sluice.sandbox.simulators;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The simulator's own threads: one that waits, and a few that work. Event loops and the timer do neither JSON nor
 * cryptography, because both may block: Jackson locks while its caches are cold, signing reads the system's randomness.
 */
public final class Threads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final int MOST_QUEUED = 1_000_000;

    private final Scheduler timer = Schedulers.newSingle("simulator-timer", true);
    private final Scheduler workers = Schedulers.newBoundedElastic(
            Runtime.getRuntime().availableProcessors(), MOST_QUEUED, "simulator-work", 60, true);
    private final InstantSource clock;

    public Threads(InstantSource clock) {
        this.clock = clock;
    }

    public Scheduler workers() {
        return workers;
    }

    public Mono<Long> pause(Duration duration) {
        return Mono.delay(duration, timer);
    }

    /** Runs the work at that time, or at once when it has passed; a closed simulator forgets it and its journal does not. */
    public void at(Instant time, Mono<?> work) {
        long wait = Math.max(0, Duration.between(clock.instant(), time).toNanos());
        Runnable start = () ->
                work.subscribeOn(workers).subscribe(done -> {}, failed -> LOG.error("Scheduled work failed", failed));
        try {
            timer.schedule(start, wait, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The simulator is closing: the work goes on when it is started again");
        }
    }

    @Override
    public void close() {
        timer.dispose();
        workers.dispose();
    }
}
