package io.sluice.notifier;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.sluice.core.app.PostgresConfiguration;
import io.sluice.core.app.PostgresOptions;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The way to PostgreSQL. Few connections suffice: a statement carries a batch. */
@Configuration(proxyBeanMethods = false)
@Import(PostgresConfiguration.class)
class DatabaseConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration ACQUIRE = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 6;

    /**
     * Every statement here joins a batch with tables by their keys. On a table that is small or has just grown, the planner
     * would rather read all of it.
     */
    private static final Map<String, String> JOINS_BY_KEY = Map.of("enable_hashjoin", "off", "enable_mergejoin", "off");

    @Bean
    PostgresOptions postgresOptions() {
        return new PostgresOptions(CONNECT, ANSWER, JOINS_BY_KEY);
    }

    @Bean(destroyMethod = "dispose")
    @Primary
    ConnectionPool pool(PostgresqlConnectionFactory postgres) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(postgres)
                .initialSize(0)
                .maxSize(CONNECTIONS)
                .maxIdleTime(Duration.ofMinutes(5))
                .maxAcquireTime(ACQUIRE)
                .build());
    }
}
