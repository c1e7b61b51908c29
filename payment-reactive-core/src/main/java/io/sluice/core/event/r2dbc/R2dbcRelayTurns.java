package io.sluice.core.event.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.event.EventCursor;
import io.sluice.core.event.RelayTurns;
import java.time.Duration;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The turn is a session's advisory lock: PostgreSQL gives it to the next one when the session ends, however it ends. */
public final class R2dbcRelayTurns implements RelayTurns {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How often a relay in waiting tries; the longest that events wait for a fail-over, beside what follows. */
    private static final Duration TRY_AGAIN = Duration.ofMillis(500);

    /**
     * A host that vanishes is noticed, and its lock freed, after some ten seconds. The position need not outlive a crash
     * of the server: what is published twice is recognised. Only the plan that walks the index of commit order is
     * right, whatever a near-empty table makes the planner believe.
     */
    static final String PREPARE = """
            set application_name = 'sluice-relay';
            set tcp_keepalives_idle = 4; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3;
            set synchronous_commit = off;
            set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off;
            set plan_cache_mode = force_generic_plan""";

    private static final String TRY_LOCK =
            "select pg_try_advisory_lock(hashtextextended('sluice.event-relay', 0)) as locked";

    private static final String FIRST_POSITION = "insert into sluice.relay_position (relay, xid, position, updated_at)"
            + " values ('kafka', 0, 0, now()) on conflict do nothing";

    private static final String POSITION = "select xid, position from sluice.relay_position where relay = 'kafka'";

    private final ConnectionFactory database;

    /** @param database opens connections of its own; not a pool, which would keep the lock with a connection given back */
    public R2dbcRelayTurns(ConnectionFactory database) {
        this.database = database;
    }

    @Override
    public <T> Flux<T> take(Function<Turn, Flux<T>> work, Mono<Void> until) {
        return Flux.usingWhen(
                Mono.from(database.create()).timeout(PATIENCE),
                connection -> lead(connection, work).takeUntilOther(until),
                R2dbcRelayTurns::giveBack);
    }

    private static <T> Flux<T> lead(Connection connection, Function<Turn, Flux<T>> work) {
        return run(connection, PREPARE)
                .then(lock(connection))
                .then(run(connection, FIRST_POSITION))
                .then(position(connection))
                .flatMapMany(position -> work.apply(new R2dbcTurn(connection, position)));
    }

    private static Mono<Boolean> lock(Connection connection) {
        return Mono.from(connection.createStatement(TRY_LOCK).execute())
                .flatMap(result -> Mono.from(result.map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))))
                .timeout(PATIENCE)
                .filter(locked -> locked)
                .repeatWhenEmpty(tries -> tries.delayElements(TRY_AGAIN));
    }

    private static Mono<EventCursor> position(Connection connection) {
        return Mono.from(connection.createStatement(POSITION).execute())
                .flatMap(result -> Mono.from(result.map(row -> EventRows.cursor(row, 0))))
                .timeout(PATIENCE);
    }

    private static Mono<Void> run(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(result -> result.getRowsUpdated())
                .then()
                .timeout(PATIENCE);
    }

    private static Mono<Void> giveBack(Connection connection) {
        return run(connection, "select pg_advisory_unlock_all()")
                .timeout(Duration.ofSeconds(1))
                .onErrorComplete()
                .then(Mono.from(connection.close()).timeout(PATIENCE).onErrorComplete());
    }
}
