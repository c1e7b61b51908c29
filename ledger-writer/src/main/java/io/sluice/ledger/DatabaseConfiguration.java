package io.sluice.ledger;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.sluice.core.app.PostgresConfiguration;
import io.sluice.core.app.PostgresOptions;
import io.sluice.core.observe.StoreHealth;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where the books are. No pool: the writer's lane keeps its one connection, and health opens its own. */
@Configuration(proxyBeanMethods = false)
@Import(PostgresConfiguration.class)
class DatabaseConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** As patient as the writer is. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    @Bean
    PostgresOptions postgresOptions() {
        return new PostgresOptions(PATIENCE, ANSWER);
    }

    @Bean
    StoreHealth storeHealthIndicator(PostgresqlConnectionFactory postgres) {
        return new StoreHealth(postgres, PATIENCE);
    }
}
