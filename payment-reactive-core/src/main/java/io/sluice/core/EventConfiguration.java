package io.sluice.core;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.sluice.core.app.EventsTopic;
import io.sluice.core.event.EventLog;
import io.sluice.core.event.EventPublisher;
import io.sluice.core.event.EventRelay;
import io.sluice.core.event.EventStream;
import io.sluice.core.event.kafka.KafkaEventPublisher;
import io.sluice.core.event.kafka.KafkaEventStream;
import io.sluice.core.event.kafka.KafkaSettings;
import io.sluice.core.event.r2dbc.EventPartitions;
import io.sluice.core.event.r2dbc.R2dbcEventLog;
import io.sluice.core.event.r2dbc.R2dbcRelayTurns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The event log, its relay to Kafka, and the published events for reading. */
@Configuration(proxyBeanMethods = false)
@Import(EventsTopic.class)
class EventConfiguration {

    @Bean
    EventLog eventLog(ConnectionPool readers) {
        return new R2dbcEventLog(readers);
    }

    @Bean
    EventPartitions eventPartitions(ConnectionPool readers) {
        return new EventPartitions(readers);
    }

    @Bean
    EventPublisher eventPublisher(KafkaSettings settings) {
        return new KafkaEventPublisher(settings);
    }

    @Bean
    EventStream eventStream(KafkaSettings settings, MeterRegistry meters) {
        return new KafkaEventStream(settings, meters);
    }

    @Bean
    EventRelay eventRelay(PostgresqlConnectionFactory postgres, EventPublisher publisher, MeterRegistry meters) {
        return new EventRelay(new R2dbcRelayTurns(postgres), publisher, meters);
    }
}
