package io.sluice.core.event.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Keeps the event log's monthly partitions three months ahead, so that a write never finds none. */
public final class EventPartitions {

    private static final Logger log = LoggerFactory.getLogger(EventPartitions.class);

    private static final String ENSURE =
            "select sluice.ensure_event_partitions(now(), now() + interval '3 months') as made";

    private final ConnectionFactory database;
    private @Nullable Disposable upkeep;

    public EventPartitions(ConnectionFactory database) {
        this.database = database;
    }

    /** Looks now and every day from now on; does nothing when begun. */
    public synchronized void start() {
        if (upkeep == null) {
            upkeep = Flux.interval(Duration.ZERO, Duration.ofDays(1))
                    .onBackpressureLatest()
                    .concatMap(_ -> ensure().retryWhen(untilItWorks()), 1)
                    .subscribe();
        }
    }

    public synchronized void stop() {
        if (upkeep != null) {
            upkeep.dispose();
            upkeep = null;
        }
    }

    /** Creates what is missing and emits how many that were. */
    public Mono<Integer> ensure() {
        return Mono.usingWhen(
                        database.create(),
                        connection -> Mono.from(
                                        connection.createStatement(ENSURE).execute())
                                .flatMap(result -> Mono.from(result.map(row -> made(row.get(0, Integer.class))))),
                        Connection::close)
                .doOnNext(EventPartitions::log);
    }

    private static int made(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static void log(int made) {
        if (made > 0) {
            log.info("Created {} partitions of the event log", made);
        }
    }

    private static Retry untilItWorks() {
        return Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1))
                .maxBackoff(Duration.ofMinutes(5))
                .doBeforeRetry(retry -> log.warn(
                        "Cannot look after the event log's partitions, trying again: {}",
                        retry.failure().toString()));
    }
}
