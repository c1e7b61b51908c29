package io.sluice.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.event.kafka.KafkaEventStream;
import io.sluice.core.event.kafka.KafkaHealth;
import io.sluice.core.event.kafka.KafkaSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where events come from. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    @Bean
    KafkaSettings kafkaSettings(
            @Value("${sluice.kafka.bootstrap}") String bootstrapServers,
            @Value("${sluice.kafka.topic}") String topic,
            @Value("${sluice.kafka.partitions}") int partitions,
            @Value("${sluice.kafka.replication}") short replication) {
        return new KafkaSettings(bootstrapServers, topic, partitions, replication);
    }

    @Bean
    KafkaEventStream eventStream(KafkaSettings settings, MeterRegistry meters) {
        return new KafkaEventStream(settings, meters);
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(KafkaSettings settings) {
        return new KafkaHealth(settings.bootstrapServers());
    }
}
