package io.sluice.notifier.delivery.r2dbc;

import static io.sluice.notifier.delivery.r2dbc.Columns.texts;
import static io.sluice.notifier.delivery.r2dbc.Columns.uuids;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.WebhookEndpointId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Events × endpoints, whatever the size of the batch. Endpoints are joined here and not looked up in the notifier's cache,
 * so that an endpoint is told of the first event after its creation.
 */
final class EnqueueStatement {

    private static final String SQL = """
            insert into webhook.delivery
                (merchant_id, endpoint_id, event_id, payment_id, type, body, traceparent, due_at)
            select e.merchant_id, c.endpoint_id, e.event_id, e.payment_id, e.type, e.body, e.traceparent, now()
            from unnest(:merchants::uuid[], :events::uuid[], :payments::uuid[],
                        :types::text[], :bodies::text[], :traceparents::text[])
                 as e (merchant_id, event_id, payment_id, type, body, traceparent)
            join sluice.webhook_endpoint_config c on c.merchant_id = e.merchant_id and c.enabled
            where cardinality(c.event_types) = 0 or e.type = any (c.event_types)
            on conflict (merchant_id, endpoint_id, event_id) do nothing
            returning endpoint_id
            """;

    private EnqueueStatement() {}

    static Mono<Set<WebhookEndpointId>> run(DatabaseClient database, List<PaymentEvent> events) {
        return database.sql(SQL)
                .bind("merchants", uuids(events, event -> event.merchantId().value()))
                .bind("events", uuids(events, event -> event.id().value()))
                .bind("payments", uuids(events, event -> event.paymentId().value()))
                .bind("types", texts(events, PaymentEvent::type))
                .bind("bodies", texts(events, PaymentEvent::body))
                .bind("traceparents", texts(events, PaymentEvent::traceparent))
                .mapValue(UUID.class)
                .all()
                .map(WebhookEndpointId::new)
                .collect(HashSet::new, Set::add);
    }
}
