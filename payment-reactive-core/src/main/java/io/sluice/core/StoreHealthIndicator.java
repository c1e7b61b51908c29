package io.sluice.core;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Ready means that payments can be accepted: PostgreSQL answers. Redis and Kafka may be away. */
final class StoreHealthIndicator extends AbstractReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofMillis(900);

    private final DatabaseClient database;

    StoreHealthIndicator(ConnectionPool readers) {
        this.database = DatabaseClient.create(readers);
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return database.sql("select 1")
                .fetch()
                .one()
                .timeout(PATIENCE)
                .map(row -> builder.up().build());
    }
}
