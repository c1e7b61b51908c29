package io.sluice.core.event.r2dbc;

import static io.sluice.core.event.r2dbc.R2dbcRelayTurns.PATIENCE;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.sluice.core.event.EventCursor;
import io.sluice.core.event.LoggedEvent;
import io.sluice.core.event.RelayTurns.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The relay's view of the log, over the session that holds the lock. */
final class R2dbcTurn implements Turn {

    static final String NEXT = "select " + EventRows.COLUMNS + " from sluice.payment_event"
            + " where (xid, position) > ($1, $2) and xid < sluice.event_horizon() order by xid, position limit $3";

    private static final String MOVE =
            "update sluice.relay_position" + " set xid = $1, position = $2, updated_at = now() where relay = 'kafka'";

    private static final String OLDEST =
            "select at from sluice.payment_event" + " where (xid, position) > ($1, $2) order by xid, position limit 1";

    private final Connection connection;
    private volatile EventCursor cursor;

    R2dbcTurn(Connection connection, EventCursor cursor) {
        this.connection = connection;
        this.cursor = cursor;
    }

    @Override
    public Mono<List<LoggedEvent>> next(int limit) {
        return Flux.from(connection
                        .createStatement(NEXT)
                        .bind(0, cursor.xid())
                        .bind(1, cursor.position())
                        .bind(2, limit)
                        .execute())
                .concatMap(result -> result.map(EventRows::logged))
                .collectList()
                .timeout(PATIENCE);
    }

    @Override
    public Mono<Void> moveTo(EventCursor next) {
        return Mono.from(connection
                        .createStatement(MOVE)
                        .bind(0, next.xid())
                        .bind(1, next.position())
                        .execute())
                .flatMap(result -> Mono.from(result.getRowsUpdated()))
                .timeout(PATIENCE)
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "sluice.relay_position has lost its row 'kafka'; the next turn writes it anew")))
                .doOnNext(_ -> cursor = next)
                .then();
    }

    @Override
    public Mono<Instant> oldestUnpublished() {
        return Flux.from(connection
                        .createStatement(OLDEST)
                        .bind(0, cursor.xid())
                        .bind(1, cursor.position())
                        .execute())
                .concatMap(R2dbcTurn::instants)
                .next()
                .timeout(PATIENCE);
    }

    private static Flux<Instant> instants(Result result) {
        return Flux.from(result.map(row -> Objects.requireNonNull(row.get(0, Instant.class))));
    }
}
