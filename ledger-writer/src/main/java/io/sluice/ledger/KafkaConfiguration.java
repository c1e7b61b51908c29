package io.sluice.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.app.EventsTopic;
import io.sluice.core.event.kafka.KafkaEventStream;
import io.sluice.core.event.kafka.KafkaHealth;
import io.sluice.core.event.kafka.KafkaSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where events come from. */
@Configuration(proxyBeanMethods = false)
@Import(EventsTopic.class)
class KafkaConfiguration {

    @Bean
    KafkaEventStream eventStream(KafkaSettings settings, MeterRegistry meters) {
        return new KafkaEventStream(settings, meters);
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(KafkaSettings settings) {
        return new KafkaHealth(settings.bootstrapServers());
    }
}
