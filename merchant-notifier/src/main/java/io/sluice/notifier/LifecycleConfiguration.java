package io.sluice.notifier;

import io.r2dbc.pool.ConnectionPool;
import io.sluice.core.event.kafka.KafkaHealth;
import io.sluice.core.event.kafka.KafkaSettings;
import io.sluice.core.observe.StoreHealth;
import io.sluice.notifier.delivery.Dispatcher;
import io.sluice.notifier.delivery.Poll;
import io.sluice.notifier.delivery.http.WebhookHttpClient;
import io.sluice.notifier.delivery.observe.BacklogMeters;
import io.sluice.notifier.delivery.r2dbc.R2dbcDeliveries;
import io.sluice.notifier.endpoint.CachedEndpoints;
import io.sluice.notifier.endpoint.r2dbc.CoreSchema;
import io.sluice.notifier.intake.Intake;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What starts, what stops, and whether it runs. */
@Configuration(proxyBeanMethods = false)
class LifecycleConfiguration {

    private static final Duration PATIENCE = Duration.ofMillis(900);

    @Bean
    Notifier.Work work(Intake intake, Poll poll, CachedEndpoints endpoints, BacklogMeters backlog) {
        return new Notifier.Work(intake, poll, endpoints, backlog);
    }

    @Bean
    Notifier.Ending ending(Dispatcher dispatcher, R2dbcDeliveries deliveries, WebhookHttpClient client) {
        return new Notifier.Ending(dispatcher, deliveries, client);
    }

    @Bean
    Notifier notifier(CoreSchema schema, Notifier.Work work, Notifier.Ending ending, NotifierProperties webhook) {
        return new Notifier(schema, work, ending, webhook);
    }

    @Bean
    StoreHealth storeHealthIndicator(ConnectionPool pool) {
        return new StoreHealth(pool, PATIENCE);
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(KafkaSettings kafka) {
        return new KafkaHealth(kafka.bootstrapServers());
    }

    @Bean
    HealthIndicator notifierHealthIndicator(Notifier notifier) {
        return () -> notifier.isReady()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("waits for", "the schema 'sluice'")
                        .build();
    }
}
