package io.sluice.core.event.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import io.sluice.core.event.EventCursor;
import io.sluice.core.event.EventLog;
import io.sluice.core.event.LoggedEvent;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.r2dbc.StoreReads;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the log from {@code sluice.payment_event}. */
public final class R2dbcEventLog implements EventLog {

    private static final String OF_PAYMENT = "select " + EventRows.COLUMNS + " from sluice.payment_event"
            + " where merchant_id = $1 and payment_id = $2 and sequence > $3 order by sequence limit $4";

    private static final String AFTER_CURSOR = "select " + EventRows.COLUMNS + " from sluice.payment_event"
            + " where merchant_id = $1 and (xid, position) > ($2, $3) and xid < sluice.event_horizon()"
            + " and (cardinality($4::text[]) = 0 or type = any($4::text[])) order by xid, position limit $5";

    private static final String BY_ID =
            "select " + EventRows.COLUMNS + " from sluice.payment_event where merchant_id = $1 and event_id = $2";

    private final ConnectionFactory database;

    public R2dbcEventLog(ConnectionFactory database) {
        this.database = database;
    }

    @Override
    public Flux<PaymentEvent> of(MerchantId merchantId, PaymentId paymentId, int afterSequence, int limit) {
        return query(
                connection -> connection
                        .createStatement(OF_PAYMENT)
                        .bind(0, merchantId.value())
                        .bind(1, paymentId.value())
                        .bind(2, afterSequence)
                        .bind(3, limit),
                EventRows::event);
    }

    @Override
    public Flux<LoggedEvent> after(MerchantId merchantId, EventCursor cursor, Set<String> types, int limit) {
        return query(
                connection -> connection
                        .createStatement(AFTER_CURSOR)
                        .bind(0, merchantId.value())
                        .bind(1, cursor.xid())
                        .bind(2, cursor.position())
                        .bind(3, types.toArray(String[]::new))
                        .bind(4, limit),
                EventRows::logged);
    }

    @Override
    public Mono<PaymentEvent> find(MerchantId merchantId, EventId id) {
        return query(
                        connection -> connection
                                .createStatement(BY_ID)
                                .bind(0, merchantId.value())
                                .bind(1, id.value()),
                        EventRows::event)
                .next();
    }

    @Override
    public Mono<EventCursor> end() {
        return query(
                        connection -> connection.createStatement("select sluice.event_horizon() - 1 as xid"),
                        row -> new EventCursor(Objects.requireNonNull(row.get("xid", Long.class)), Long.MAX_VALUE))
                .next();
    }

    private <T> Flux<T> query(Function<Connection, Statement> statement, Function<Readable, T> row) {
        return StoreReads.bounded(Flux.usingWhen(
                database.create(),
                connection -> Flux.from(statement.apply(connection).execute()).concatMap(result -> result.map(row)),
                Connection::close));
    }
}
