package io.sluice.notifier;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.app.EventsTopic;
import io.sluice.core.event.EventStream;
import io.sluice.core.event.kafka.KafkaEventStream;
import io.sluice.core.event.kafka.KafkaSettings;
import io.sluice.core.secret.Vault;
import io.sluice.notifier.delivery.Dispatcher;
import io.sluice.notifier.endpoint.CachedEndpoints;
import io.sluice.notifier.endpoint.r2dbc.CoreSchema;
import io.sluice.notifier.endpoint.r2dbc.R2dbcEndpointSource;
import io.sluice.notifier.intake.Intake;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** From the event log to the queue, and what the notifier knows of endpoints. */
@Configuration(proxyBeanMethods = false)
@Import(EventsTopic.class)
class IntakeConfiguration {

    @Bean
    Vault vault(@Value("${sluice.vault.keyset}") String keyset) {
        if (keyset.isEmpty()) {
            throw new IllegalStateException("SLUICE_VAULT_KEYSET must name the file with the vault's keyset");
        }
        return Vault.open(Path.of(keyset));
    }

    @Bean
    CachedEndpoints endpoints(ConnectionFactory connections, Vault vault) {
        return new CachedEndpoints(new R2dbcEndpointSource(connections, vault));
    }

    @Bean
    CoreSchema coreSchema(ConnectionFactory connections) {
        return new CoreSchema(connections);
    }

    @Bean
    KafkaEventStream eventStream(KafkaSettings kafka, MeterRegistry meters) {
        return new KafkaEventStream(kafka, meters);
    }

    @Bean
    Intake intake(EventStream events, Dispatcher dispatcher) {
        return new Intake(events, dispatcher::enqueue);
    }
}
