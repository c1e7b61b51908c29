package io.sluice.core;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.sluice.core.app.PostgresConfiguration;
import io.sluice.core.app.PostgresOptions;
import io.sluice.core.observe.StoreHealth;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * PostgreSQL by R2DBC. Reads share a pool; writer lanes and the relay keep connections of their own. All time-outs are
 * short: with the database away a caller is told within a second.
 */
@Configuration(proxyBeanMethods = false)
@Import(PostgresConfiguration.class)
class DatabaseConfiguration {

    private static final Duration PATIENCE = Duration.ofMillis(900);

    /** As patient as the writer lanes are. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private static final int MAX_READERS = 16;

    @Bean
    PostgresOptions postgresOptions() {
        return new PostgresOptions(PATIENCE, ANSWER);
    }

    @Bean(destroyMethod = "dispose")
    @Primary
    ConnectionPool readers(PostgresqlConnectionFactory postgres) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(postgres)
                .initialSize(0)
                .maxSize(MAX_READERS)
                .maxIdleTime(Duration.ofMinutes(5))
                .maxAcquireTime(PATIENCE)
                .acquireRetry(1)
                .build());
    }

    @Bean
    DatabaseClient databaseClient(ConnectionPool readers) {
        return DatabaseClient.create(readers);
    }

    @Bean
    StoreHealth storeHealthIndicator(ConnectionPool readers) {
        return new StoreHealth(readers, PATIENCE);
    }
}
