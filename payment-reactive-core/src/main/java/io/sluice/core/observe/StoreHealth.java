package io.sluice.core.observe;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Whether PostgreSQL answers, told in time. */
public final class StoreHealth implements ReactiveHealthIndicator {

    private final ConnectionFactory connections;
    private final Duration patience;

    public StoreHealth(ConnectionFactory connections, Duration patience) {
        this.connections = connections;
        this.patience = patience;
    }

    @Override
    public Mono<Health> health() {
        return Mono.usingWhen(
                        connections.create(),
                        connection -> Mono.from(connection.validate(ValidationDepth.REMOTE)),
                        Connection::close)
                .timeout(patience)
                .map(valid -> (valid ? Health.up() : Health.down()).build())
                .onErrorResume(error -> Mono.just(Health.down(error).build()));
    }
}
