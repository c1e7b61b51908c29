package io.sluice.notifier.delivery.r2dbc;

import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.delivery.Deliveries.Backlog;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What waits. The endpoints with something due are found by skipping through the index, one probe an endpoint, so that the
 * cost does not grow with the length of anybody's backlog.
 */
final class WaitingStatements {

    private static final String EARLIEST_BY_ENDPOINT = """
            with recursive earliest as (
                (select merchant_id, endpoint_id, due_at from webhook.delivery
                 where due_at is not null order by endpoint_id, due_at limit 1)
                union all
                select n.merchant_id, n.endpoint_id, n.due_at
                from earliest e
                cross join lateral (
                    select d.merchant_id, d.endpoint_id, d.due_at from webhook.delivery d
                    where d.due_at is not null and d.endpoint_id > e.endpoint_id
                    order by d.endpoint_id, d.due_at limit 1) n
            )
            """;

    private static final String WAITING = EARLIEST_BY_ENDPOINT + """
            select w.endpoint_id from earliest w
            join sluice.webhook_endpoint_config c
              on c.merchant_id = w.merchant_id and c.endpoint_id = w.endpoint_id and c.enabled
            where w.due_at <= now()
            order by w.due_at
            """;

    private static final String CANCEL_ORPHANS = EARLIEST_BY_ENDPOINT + """
            update webhook.delivery d
            set state = 'CANCELLED', due_at = null, lease = null, again = false, updated_at = now()
            from earliest w
            where d.endpoint_id = w.endpoint_id and d.due_at <= now()
              and not exists (select from sluice.webhook_endpoint_config c
                              where c.merchant_id = w.merchant_id and c.endpoint_id = w.endpoint_id)
            """;

    private static final String BACKLOG = """
            select count(*) as pending,
                   coalesce(extract(epoch from max(now() - due_at)) * 1000, 0)::bigint as oldest_due_ms
            from webhook.delivery where due_at is not null
            """;

    private WaitingStatements() {}

    static Flux<WebhookEndpointId> waiting(DatabaseClient database) {
        return database.sql(WAITING).mapValue(UUID.class).all().map(WebhookEndpointId::new);
    }

    static Mono<Long> cancelOrphans(DatabaseClient database) {
        return database.sql(CANCEL_ORPHANS).fetch().rowsUpdated();
    }

    static Mono<Backlog> backlog(DatabaseClient database) {
        return database.sql(BACKLOG)
                .map(row -> new Backlog(
                        Objects.requireNonNull(row.get("pending", Long.class)),
                        Duration.ofMillis(Math.max(0, Objects.requireNonNull(row.get("oldest_due_ms", Long.class))))))
                .one();
    }
}
