package io.sluice.notifier.delivery.r2dbc;

import io.r2dbc.spi.Readable;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.delivery.model.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/**
 * Takes by endpoint, so that one endpoint's backlog never hides another's. A lease is a token and a time: {@code due_at}
 * moves to the lease's end, so a delivery whose taker died is due again by itself.
 */
final class TakeStatement {

    private static final String SQL = """
            with due as (
                select d.merchant_id, d.endpoint_id, d.event_id
                from unnest(:endpoints::uuid[], :rooms::bigint[]) as r (endpoint_id, room)
                cross join lateral (
                    select q.merchant_id, q.endpoint_id, q.event_id
                    from webhook.delivery q
                    where q.endpoint_id = r.endpoint_id and q.due_at <= now()
                    order by q.due_at, q.event_id
                    limit r.room
                    for update skip locked) d
            )
            update webhook.delivery d
            set lease = :lease, due_at = now() + :lease_ms * interval '1 millisecond', updated_at = now()
            from due
            where d.merchant_id = due.merchant_id and d.endpoint_id = due.endpoint_id and d.event_id = due.event_id
            returning d.merchant_id, d.endpoint_id, d.event_id, d.payment_id, d.lease, d.failures, d.body, d.traceparent
            """;

    private TakeStatement() {}

    static Flux<Delivery> run(DatabaseClient database, Map<WebhookEndpointId, Integer> rooms, Duration lease) {
        List<Map.Entry<WebhookEndpointId, Integer>> rows = List.copyOf(rooms.entrySet());
        return database.sql(SQL)
                .bind("endpoints", Columns.uuids(rows, room -> room.getKey().value()))
                .bind("rooms", Columns.numbers(rows, room -> room.getValue().longValue()))
                .bind("lease", Leases.next())
                .bind("lease_ms", lease.toMillis())
                .map(TakeStatement::delivery)
                .all();
    }

    private static Delivery delivery(Readable row) {
        return new Delivery(
                new MerchantId(uuid(row, "merchant_id")),
                new WebhookEndpointId(uuid(row, "endpoint_id")),
                new EventId(uuid(row, "event_id")),
                new PaymentId(uuid(row, "payment_id")),
                uuid(row, "lease"),
                Objects.requireNonNull(row.get("failures", Integer.class)),
                Objects.requireNonNull(row.get("body", String.class)),
                row.get("traceparent", String.class));
    }

    private static UUID uuid(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }
}
