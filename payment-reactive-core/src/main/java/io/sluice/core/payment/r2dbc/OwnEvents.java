package io.sluice.core.payment.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import io.sluice.core.r2dbc.ArrayColumns;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Which writes are done already: those whose own events are in the log. */
final class OwnEvents {

    private static final String SQL = """
            select w.payment_id
            from unnest($1::uuid[], $2::uuid[], $3::int[], $4::timestamptz[], $5::uuid[])
                as w (merchant_id, payment_id, sequence, at, event_id)
            cross join lateral (
                select from sluice.payment_event e
                where e.merchant_id = w.merchant_id and e.payment_id = w.payment_id
                    and e.sequence = w.sequence and e.at = w.at and e.event_id = w.event_id offset 0) e""";

    private OwnEvents() {}

    /** The ids of their payments. */
    static Mono<Set<UUID>> find(Connection connection, List<PaymentWrite> writes) {
        Statement statement = connection.createStatement(SQL);
        new ArrayColumns(statement)
                .of(writes)
                .uuid(w -> w.payment().merchantId().value())
                .uuid(w -> w.payment().id().value())
                .integer(w -> w.firstEvent().payment().version())
                .time(w -> w.firstEvent().payment().updatedAt())
                .uuid(w -> w.firstEvent().id().value());
        return Rows.of(statement, row -> Rows.uuid(row, "payment_id")).collect(Collectors.toSet());
    }
}
