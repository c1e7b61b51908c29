package io.sluice.ledger;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.sluice.core.observe.StoreHealth;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the books are. No pool: the writer's lane keeps its one connection, and health opens its own. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    PostgresqlConnectionFactory postgres(
            @Value("${sluice.postgres.host}") String host,
            @Value("${sluice.postgres.port}") int port,
            @Value("${sluice.postgres.database}") String database,
            @Value("${sluice.postgres.user}") String user,
            @Value("${sluice.postgres.password}") String password,
            @Value("${spring.application.name}") String application) {
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(host)
                .port(port)
                .database(database)
                .username(user)
                .password(password)
                .applicationName(application)
                .connectTimeout(PATIENCE)
                .tcpKeepAlive(true)
                .build());
    }

    @Bean
    StoreHealth storeHealthIndicator(PostgresqlConnectionFactory postgres) {
        return new StoreHealth(postgres, PATIENCE);
    }
}
