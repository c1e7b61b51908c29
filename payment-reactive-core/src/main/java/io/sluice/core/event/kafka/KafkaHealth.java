package io.sluice.core.event.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Asks the brokers who they are: without them no event arrives, though none is lost. */
public final class KafkaHealth extends AbstractReactiveHealthIndicator implements AutoCloseable {

    private static final int PATIENCE_MS = 2_000;

    private final Admin admin;

    /** Resolves names and starts a network thread, so it is made while the application starts. */
    public KafkaHealth(String bootstrapServers) {
        super("Kafka does not answer");
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG, "sluice-health",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS));
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return Mono.fromCompletionStage(() -> admin.describeCluster().nodes().toCompletionStage())
                .publishOn(Schedulers.parallel())
                .map(nodes -> builder.up().withDetail("brokers", nodes.size()).build());
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
