package io.sluice.core.event.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.sandbox.servers.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of its own for each test, with what writes to it and reads from it. */
final class KafkaEvents implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaSettings settings;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final KafkaEventPublisher publisher;

    private KafkaEvents(String bootstrapServers, int partitions, Duration patience) {
        this.settings = new KafkaSettings(bootstrapServers, "events-" + UUID.randomUUID(), partitions, (short) 1);
        this.publisher = new KafkaEventPublisher(settings, patience);
        opened.add(publisher);
    }

    static KafkaEvents direct(int partitions) {
        KafkaWarmUp.run();
        return new KafkaEvents(TestServers.kafka().bootstrapServers(), partitions, PATIENCE);
    }

    /** With a publisher that gives up after the patience given. */
    static KafkaEvents throughTheProxy(int partitions, Duration patience) {
        KafkaWarmUp.run();
        var proxy = TestServers.kafkaProxy();
        return new KafkaEvents(proxy.host() + ":" + proxy.port(), partitions, patience);
    }

    KafkaEventPublisher publisher() {
        return publisher;
    }

    KafkaEventStream stream() {
        return stream(new SimpleMeterRegistry());
    }

    KafkaEventStream stream(MeterRegistry meters) {
        KafkaEventStream stream = new KafkaEventStream(settings, meters);
        opened.add(stream);
        return stream;
    }

    /** Publishes so many new events of each of so many new payments, sequence by sequence. */
    List<PaymentEvent> publish(int payments, int each) {
        List<PaymentEvent> events = events(payments, each);
        publisher.publish(events).block(PATIENCE);
        return events;
    }

    /** The same, one of each, to one partition, whatever the publisher knows of it. */
    List<PaymentEvent> publishTo(int partition, int payments) {
        List<PaymentEvent> events = events(payments, 1);
        events.stream()
                .map(event -> EventRecords.write(settings.topic(), event))
                .forEach(written -> send(partition, written.value(), written.headers()));
        return events;
    }

    /** A record that is none of ours. */
    void publishNonsense(int partition) {
        send(partition, "nonsense", new RecordHeaders());
    }

    private void send(int partition, String value, Headers headers) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", settings.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            var _ = producer.send(new ProducerRecord<>(settings.topic(), partition, "key", value, headers));
        }
    }

    private static List<PaymentEvent> events(int payments, int each) {
        List<PaymentId> ids = Stream.generate(PaymentId::next).limit(payments).toList();
        List<PaymentEvent> events = new ArrayList<>();
        for (int sequence = 1; sequence <= each; sequence++) {
            for (PaymentId id : ids) {
                events.add(new PaymentEvent(
                        EventId.next(), "payment.created", MerchantId.next(), id, sequence, Instant.EPOCH, "{}", null));
            }
        }
        return events;
    }

    void addPartitions(int total) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()))) {
            admin.createPartitions(Map.of(settings.topic(), NewPartitions.increaseTo(total)))
                    .all()
                    .get();
        }
    }

    @Override
    public void close() {
        for (AutoCloseable client : opened) {
            try {
                client.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
