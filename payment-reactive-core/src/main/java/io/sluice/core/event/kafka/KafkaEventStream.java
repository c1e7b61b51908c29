package io.sluice.core.event.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.event.EventBatch;
import io.sluice.core.event.EventStream;
import io.sluice.core.event.PaymentEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.kafka.receiver.ReceiverOptions;
import reactor.util.retry.Retry;

/** Reads the events' topic, which it makes if it is absent. */
public final class KafkaEventStream implements EventStream, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KafkaEventStream.class);

    private final KafkaSettings settings;
    private final EventTopic topic;
    private final ReaderMeters meters;

    public KafkaEventStream(KafkaSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.topic = new EventTopic(settings);
        this.meters = new ReaderMeters(meters);
    }

    @Override
    public Flux<EventBatch> batches(String group) {
        return topic.ready()
                .thenMany(Flux.defer(() -> new GroupReader(settings, group, meters.of(group)).batches()))
                .retryWhen(forEver(group));
    }

    @Override
    public Flux<PaymentEvent> live() {
        return topic.ready()
                .thenMany(Flux.defer(() -> new LiveReader(settings, topic, meters.of("live")).events()))
                .retryWhen(forEver("live"));
    }

    /** What both ways of reading have in common. */
    static ReceiverOptions<String, String> options(KafkaSettings settings, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        // A broker that is gone without a word is noticed by nothing else.
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return ReceiverOptions.<String, String>create(properties)
                .commitInterval(Duration.ZERO)
                .commitBatchSize(0)
                .commitRetryInterval(Duration.ofMillis(100))
                .pollTimeout(Duration.ofMillis(50))
                .schedulerSupplier(() -> KafkaThreads.RESULTS)
                // Waiting for acknowledgements would stop a rebalance for everybody; what is open is delivered again.
                .maxDelayRebalance(Duration.ZERO);
    }

    private static Retry forEver(String reader) {
        return Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
                .maxBackoff(Duration.ofSeconds(5))
                .transientErrors(true)
                .doBeforeRetry(retry -> log.warn(
                        "Reading events as '{}' failed, going on: {}",
                        reader,
                        retry.failure().toString()));
    }

    /** Waits for the client's thread to end: not for a thread that may not block. */
    @Override
    public void close() {
        topic.close();
    }
}
