package io.sluice.core.event.kafka;

import io.sluice.core.event.EventBatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.kafka.receiver.KafkaReceiver;
import reactor.kafka.receiver.ReceiverRecord;

/** One session of a group's consumer. */
final class GroupReader {

    /**
     * A broker that may wait sends more at once, and every batch is a statement. Nobody who asked for something waits for
     * these readers: those who follow a payment are told by {@link LiveReader}.
     */
    private static final Map<String, Object> LARGE_FETCHES =
            Map.of(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 256 * 1024, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);

    private final ReaderMeters.Group meters;
    private final KafkaReceiver<String, String> receiver;

    GroupReader(KafkaSettings settings, String group, ReaderMeters.Group meters) {
        this.meters = meters;
        Map<String, Object> properties = new HashMap<>(LARGE_FETCHES);
        properties.putAll(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                500,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                10_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                1_000,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName()));
        this.receiver = KafkaReceiver.create(
                KafkaEventStream.options(settings, properties).subscription(List.of(settings.topic())));
    }

    Flux<EventBatch> batches() {
        meters.reset();
        Flux<EventBatch> batches = receiver.receiveBatch(1)
                .concatMap(Flux::collectList, 1)
                .map(this::batch)
                .concatMap(GroupReader::unlessEmpty, 1)
                .subscribeOn(KafkaThreads.BLOCKING);
        return Flux.merge(1, batches, ConsumerLag.watch(receiver, meters));
    }

    private EventBatch batch(List<ReceiverRecord<String, String>> records) {
        meters.received(records.size());
        return new ReceivedBatch(ReceivedRecords.events(records, meters), records, meters);
    }

    private static Mono<EventBatch> unlessEmpty(EventBatch batch) {
        return batch.events().isEmpty() ? batch.acknowledge().then(Mono.empty()) : Mono.just(batch);
    }
}
