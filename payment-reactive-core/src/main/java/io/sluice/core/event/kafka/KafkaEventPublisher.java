package io.sluice.core.event.kafka;

import io.sluice.core.event.EventPublisher;
import io.sluice.core.event.PaymentEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.kafka.sender.KafkaSender;
import reactor.kafka.sender.SenderOptions;
import reactor.kafka.sender.SenderRecord;

/**
 * Publishes to the events' topic, which it makes if it is absent.
 *
 * <p>The order within a payment holds over failures too: no record ever expires by itself, which would let a later one
 * of its partition pass. Instead the whole batch is given up after a while, and the producer and all it holds with it.
 */
public final class KafkaEventPublisher implements EventPublisher, AutoCloseable {

    /** Much longer than a broker's restart or a change of leader, within which the producer goes on by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int IN_FLIGHT = 1024;

    /**
     * What the relay hands over at once should be one request: a request takes one batch of each partition, and the next
     * waits for its acknowledgement. Each partition's share of a full batch of the relay's has room.
     */
    private static final int BATCH_BYTES = 256 * 1024;

    private final KafkaSettings settings;
    private final Duration patience;
    private final EventTopic topic;
    private @Nullable KafkaSender<String, String> sender;

    public KafkaEventPublisher(KafkaSettings settings) {
        this(settings, PATIENCE);
    }

    KafkaEventPublisher(KafkaSettings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
        this.topic = new EventTopic(settings);
    }

    @Override
    public Mono<Void> publish(List<PaymentEvent> events) {
        return topic.ready().then(Mono.defer(() -> send(current(), events)));
    }

    private Mono<Void> send(KafkaSender<String, String> through, List<PaymentEvent> events) {
        Flux<SenderRecord<String, String, Void>> records = Flux.fromIterable(events)
                .map(event -> SenderRecord.create(EventRecords.write(settings.topic(), event), null));
        return through.send(records)
                .then()
                .subscribeOn(KafkaThreads.BLOCKING)
                .publishOn(KafkaThreads.RESULTS)
                .timeout(patience, Mono.error(() -> silence(events.size())))
                .onErrorResume(failure -> discard(through).then(Mono.error(failure)))
                .doOnCancel(() -> discard(through).subscribe());
    }

    private TimeoutException silence(int events) {
        return new TimeoutException("Kafka at " + settings.bootstrapServers() + " has not acknowledged " + events
                + " events within " + patience.toSeconds() + " s");
    }

    private synchronized KafkaSender<String, String> current() {
        if (sender == null) {
            sender = KafkaSender.create(options());
        }
        return sender;
    }

    private synchronized void forget(KafkaSender<String, String> failed) {
        if (failed.equals(sender)) {
            sender = null;
        }
    }

    private Mono<Void> discard(KafkaSender<String, String> failed) {
        return Mono.<Void>fromRunnable(() -> {
                    forget(failed);
                    failed.close();
                })
                .subscribeOn(KafkaThreads.BLOCKING);
    }

    private SenderOptions<String, String> options() {
        return SenderOptions.<String, String>create(Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.bootstrapServers(),
                        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                        StringSerializer.class,
                        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                        StringSerializer.class,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        // A new partition accepts a new producer's second batch when its leader was not ready for the
                        // first: that is then out of order, and its retries never end. One at a time cannot pass.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.LINGER_MS_CONFIG,
                        2,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Integer.MAX_VALUE,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        10_000))
                .producerProperty(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES)
                // The producer is made there too.
                .scheduler(KafkaThreads.BLOCKING)
                .maxInFlight(IN_FLIGHT)
                // Nothing that was given up may still go out.
                .closeTimeout(Duration.ZERO);
    }

    /** Waits for the clients' threads to end: not for a thread that may not block. */
    @Override
    public synchronized void close() {
        if (sender != null) {
            sender.close();
            sender = null;
        }
        topic.close();
    }
}
