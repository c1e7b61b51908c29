package io.sluice.sandbox.e2e;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All records of the events' topic, as anybody who may read it sees them. */
final class TopicRecords {
    private static final String TOPIC = "sluice.payment-events";

    private TopicRecords() {}

    /** From the beginning up to what is there now. */
    static List<ConsumerRecord<String, String>> all(Place place) {
        var settings = Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + place.port(Port.KAFKA));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    static List<ConsumerRecord<String, String>> of(Place place, String paymentId) {
        return all(place).stream()
                .filter(entry -> paymentId.equals(entry.key()))
                .toList();
    }

    /** The empty text where there is none. */
    static String header(ConsumerRecord<String, String> entry, String name) {
        Header header = entry.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
