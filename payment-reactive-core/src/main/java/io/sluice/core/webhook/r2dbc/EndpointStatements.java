package io.sluice.core.webhook.r2dbc;

import io.r2dbc.spi.Readable;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.core.r2dbc.Bind;
import io.sluice.core.r2dbc.Columns;
import io.sluice.core.webhook.model.NewWebhookEndpoint;
import io.sluice.core.webhook.model.WebhookEndpoint;
import io.sluice.core.webhook.model.WebhookEndpointChange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The statements on webhook endpoints; transactions are the caller's. */
final class EndpointStatements {

    private static final String THIS_ONE = " where merchant_id = :merchant and endpoint_id = :id";
    private static final String INSERT =
            "insert into sluice.webhook_endpoint (merchant_id, endpoint_id, url, event_types, sealed_secrets)"
                    + " values (:merchant, :id, :url, :event_types, :sealed) returning *";
    private static final String UPDATE =
            "update sluice.webhook_endpoint set url = coalesce(:url, url), enabled = coalesce(:enabled, enabled),"
                    + " event_types = coalesce(:event_types, event_types)" + THIS_ONE + " returning *";

    private final DatabaseClient database;

    EndpointStatements(DatabaseClient database) {
        this.database = database;
    }

    /** How many endpoints the merchant has; empty when there is no such merchant. Nobody adds one until this ends. */
    Mono<Long> lockAndCount(MerchantId merchant) {
        return database.sql(
                        "select (select count(*) from sluice.webhook_endpoint e where e.merchant_id = m.merchant_id)"
                                + " from (select merchant_id from sluice.merchant where merchant_id = :merchant for update) m")
                .bind("merchant", merchant.value())
                .mapValue(Long.class)
                .one();
    }

    Mono<WebhookEndpoint> insert(
            MerchantId merchant, WebhookEndpointId id, NewWebhookEndpoint endpoint, byte[] sealed) {
        return one(of(INSERT, merchant, id)
                .bind("url", endpoint.url())
                .bind("event_types", endpoint.eventTypes().toArray(String[]::new))
                .bind("sealed", sealed));
    }

    Mono<WebhookEndpoint> update(MerchantId merchant, WebhookEndpointId id, WebhookEndpointChange change) {
        @Nullable List<String> types = change.eventTypes();
        return one(of(UPDATE, merchant, id)
                .bind("url", Bind.nullable(change.url(), String.class))
                .bind("enabled", Bind.nullable(change.enabled(), Boolean.class))
                .bind(
                        "event_types",
                        Bind.nullable(types == null ? null : types.toArray(String[]::new), String[].class)));
    }

    Mono<WebhookEndpoint> delete(MerchantId merchant, WebhookEndpointId id) {
        return one(of("delete from sluice.webhook_endpoint" + THIS_ONE + " returning *", merchant, id));
    }

    Mono<byte[]> secretsForUpdate(MerchantId merchant, WebhookEndpointId id) {
        return of("select sealed_secrets from sluice.webhook_endpoint" + THIS_ONE + " for update", merchant, id)
                .map(row -> new Columns(row).bytes("sealed_secrets"))
                .one();
    }

    Mono<WebhookEndpoint> setSecrets(MerchantId merchant, WebhookEndpointId id, byte[] sealed) {
        return one(of(
                        "update sluice.webhook_endpoint set sealed_secrets = :sealed" + THIS_ONE + " returning *",
                        merchant,
                        id)
                .bind("sealed", sealed));
    }

    Mono<WebhookEndpoint> find(MerchantId merchant, WebhookEndpointId id) {
        return one(of("select * from sluice.webhook_endpoint" + THIS_ONE, merchant, id));
    }

    Flux<WebhookEndpoint> list(MerchantId merchant) {
        return database.sql("select * from sluice.webhook_endpoint where merchant_id = :merchant order by endpoint_id")
                .bind("merchant", merchant.value())
                .map(EndpointStatements::endpoint)
                .all();
    }

    private GenericExecuteSpec of(String sql, MerchantId merchant, WebhookEndpointId id) {
        return database.sql(sql).bind("merchant", merchant.value()).bind("id", id.value());
    }

    private static Mono<WebhookEndpoint> one(GenericExecuteSpec statement) {
        return statement.map(EndpointStatements::endpoint).one();
    }

    private static WebhookEndpoint endpoint(Readable row) {
        Columns columns = new Columns(row);
        return new WebhookEndpoint(
                new WebhookEndpointId(columns.uuid("endpoint_id")),
                new MerchantId(columns.uuid("merchant_id")),
                columns.text("url"),
                List.of(columns.texts("event_types")),
                columns.flag("enabled"),
                columns.instant("created_at"));
    }
}
