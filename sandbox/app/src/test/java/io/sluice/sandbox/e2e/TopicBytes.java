package io.sluice.sandbox.e2e;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Every byte of every topic, Kafka's own included: keys, headers and values, a character for each byte. */
final class TopicBytes {
    private TopicBytes() {}

    /** From the beginnings up to what is there now. */
    static String all(Place place) {
        var settings = Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + place.port(Port.KAFKA));
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var all = new StringBuilder();
            while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(entry -> all.append(line(entry)).append('\n'));
            }
            return all.toString();
        }
    }

    private static String line(ConsumerRecord<byte[], byte[]> entry) {
        String headers = StreamSupport.stream(entry.headers().spliterator(), false)
                .map(header -> header.key() + "=" + text(header.value()))
                .collect(Collectors.joining(" "));
        return text(entry.key()) + " " + headers + " " + text(entry.value());
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
