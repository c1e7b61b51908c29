package io.sluice.notifier.endpoint.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.core.secret.Vault;
import io.sluice.notifier.endpoint.EndpointSource;
import io.sluice.notifier.endpoint.model.WebhookEndpoint;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Endpoints from the core's published view. */
public final class R2dbcEndpointSource implements EndpointSource {

    private static final String VERSION = "select version from sluice.config_version";
    private static final String ENABLED =
            "select merchant_id, endpoint_id, url, sealed_secrets from sluice.webhook_endpoint_config where enabled";

    private final DatabaseClient database;
    private final SealedSecrets secrets;

    public R2dbcEndpointSource(ConnectionFactory connections, Vault vault) {
        this.database = DatabaseClient.create(connections);
        this.secrets = new SealedSecrets(vault);
    }

    @Override
    public Mono<Long> version() {
        return database.sql(VERSION).mapValue(Long.class).one();
    }

    @Override
    public Flux<WebhookEndpoint> all() {
        return database.sql(ENABLED).map(this::endpoint).all();
    }

    private WebhookEndpoint endpoint(Readable row) {
        WebhookEndpointId id = new WebhookEndpointId(column(row, "endpoint_id", UUID.class));
        return new WebhookEndpoint(
                id,
                new MerchantId(column(row, "merchant_id", UUID.class)),
                column(row, "url", String.class),
                secrets.open(id, column(row, "sealed_secrets", byte[].class)));
    }

    private static <T> T column(Readable row, String name, Class<T> type) {
        return Objects.requireNonNull(row.get(name, type), name);
    }
}
