package io.sluice.core.app;

import io.sluice.core.event.kafka.KafkaSettings;
import io.sluice.core.event.kafka.KafkaWarmUp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the events' topic is. */
@Configuration(proxyBeanMethods = false)
public class EventsTopic {

    @Bean
    KafkaSettings kafkaSettings(
            @Value("${sluice.kafka.bootstrap}") String bootstrapServers,
            @Value("${sluice.kafka.topic}") String topic,
            @Value("${sluice.kafka.partitions}") int partitions,
            @Value("${sluice.kafka.replication}") short replication) {
        KafkaWarmUp.run();
        return new KafkaSettings(bootstrapServers, topic, partitions, replication);
    }
}
