package io.sluice.notifier.delivery.r2dbc;

import static io.sluice.notifier.delivery.r2dbc.Columns.numbers;
import static io.sluice.notifier.delivery.r2dbc.Columns.texts;
import static io.sluice.notifier.delivery.r2dbc.Columns.uuids;

import io.r2dbc.spi.Readable;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.delivery.Deliveries.Queued;
import io.sluice.notifier.delivery.Deliveries.Rooms;
import io.sluice.notifier.delivery.model.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Events × endpoints, whatever the size of the batch. Endpoints are joined here and not looked up in the notifier's cache,
 * so that an endpoint is told of the first event after its creation. What is taken at once is never due in between, which
 * saves a row's rewriting and the index entries that go with it.
 */
final class EnqueueStatement {

    private static final String SQL = """
            with wanted as (
                select e.*, c.endpoint_id,
                       row_number() over (partition by c.endpoint_id order by e.no)
                           <= coalesce((:rooms::bigint[])[array_position(:endpoints::uuid[], c.endpoint_id)], :room)
                           as taken
                from unnest(:merchants::uuid[], :events::uuid[], :payments::uuid[],
                            :types::text[], :bodies::text[], :traceparents::text[])
                     with ordinality as e (merchant_id, event_id, payment_id, type, body, traceparent, no)
                join sluice.webhook_endpoint_config c on c.merchant_id = e.merchant_id and c.enabled
                where cardinality(c.event_types) = 0 or e.type = any (c.event_types)
            )
            insert into webhook.delivery
                (merchant_id, endpoint_id, event_id, payment_id, type, body, traceparent, lease, due_at)
            select merchant_id, endpoint_id, event_id, payment_id, type, body, traceparent,
                   case when taken then :lease::uuid end,
                   case when taken then now() + :lease_ms * interval '1 millisecond' else now() end
            from wanted
            on conflict (merchant_id, endpoint_id, event_id) do nothing
            returning endpoint_id, event_id, lease is not null as taken
            """;

    private record Row(WebhookEndpointId endpoint, UUID event, boolean taken) {
        static Row of(Readable row) {
            return new Row(
                    new WebhookEndpointId(Objects.requireNonNull(row.get("endpoint_id", UUID.class))),
                    Objects.requireNonNull(row.get("event_id", UUID.class)),
                    Objects.requireNonNull(row.get("taken", Boolean.class)));
        }
    }

    private EnqueueStatement() {}

    static Mono<Queued> run(DatabaseClient database, List<PaymentEvent> events, Rooms rooms, Duration lease) {
        UUID token = Leases.next();
        List<Map.Entry<WebhookEndpointId, Integer>> lanes =
                List.copyOf(rooms.byEndpoint().entrySet());
        return database.sql(SQL)
                .bind("endpoints", uuids(lanes, lane -> lane.getKey().value()))
                .bind("rooms", numbers(lanes, lane -> lane.getValue().longValue()))
                .bind("room", rooms.ofOthers())
                .bind("merchants", uuids(events, event -> event.merchantId().value()))
                .bind("events", uuids(events, event -> event.id().value()))
                .bind("payments", uuids(events, event -> event.paymentId().value()))
                .bind("types", texts(events, PaymentEvent::type))
                .bind("bodies", texts(events, PaymentEvent::body))
                .bind("traceparents", texts(events, PaymentEvent::traceparent))
                .bind("lease", token)
                .bind("lease_ms", lease.toMillis())
                .map(Row::of)
                .all()
                .collectList()
                .map(rows -> queued(rows, events, token));
    }

    private static Queued queued(List<Row> rows, List<PaymentEvent> events, UUID lease) {
        Map<UUID, PaymentEvent> byId = new HashMap<>();
        events.forEach(event -> byId.put(event.id().value(), event));
        List<Delivery> taken = new ArrayList<>();
        Set<WebhookEndpointId> waiting = new HashSet<>();
        for (Row row : rows) {
            if (row.taken()) {
                taken.add(first(row.endpoint(), Objects.requireNonNull(byId.get(row.event())), lease));
            } else {
                waiting.add(row.endpoint());
            }
        }
        return new Queued(taken, waiting);
    }

    private static Delivery first(WebhookEndpointId endpoint, PaymentEvent event, UUID lease) {
        return new Delivery(
                event.merchantId(),
                endpoint,
                event.id(),
                event.paymentId(),
                lease,
                0,
                event.body(),
                event.traceparent());
    }
}
