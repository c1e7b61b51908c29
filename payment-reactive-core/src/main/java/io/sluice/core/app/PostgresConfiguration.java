package io.sluice.core.app;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.sluice.core.r2dbc.WatchedLoops;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to PostgreSQL by R2DBC. The app says how it wants to go there with a bean of {@link PostgresOptions}. */
@Configuration(proxyBeanMethods = false)
public class PostgresConfiguration {

    @Bean
    PostgresqlConnectionFactory postgres(
            PostgresOptions options,
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
                .connectTimeout(options.patience())
                .tcpKeepAlive(true)
                .loopResources(new WatchedLoops(options.answerWithin()))
                .options(options.settings())
                .build());
    }
}
