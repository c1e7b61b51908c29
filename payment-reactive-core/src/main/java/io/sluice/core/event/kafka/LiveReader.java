package io.sluice.core.event.kafka;

import io.sluice.core.event.PaymentEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.kafka.receiver.KafkaReceiver;
import reactor.kafka.receiver.ReceiverOptions;
import reactor.kafka.receiver.ReceiverPartition;
import reactor.kafka.receiver.ReceiverRecord;

/**
 * All partitions from where their ends were at first, without a group. Remembers where it is, so that neither an
 * interruption nor a partition that is added makes a gap.
 */
final class LiveReader {

    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(5);

    /** Each fetch costs both sides the same, however few events it brings; nobody sees a fiftieth of a second. */
    private static final Map<String, Object> FETCHES = Map.of(
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
            256 * 1024,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            20,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "latest");

    private final KafkaSettings settings;
    private final EventTopic topic;
    private final ReaderMeters.Group meters;
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

    LiveReader(KafkaSettings settings, EventTopic topic, ReaderMeters.Group meters) {
        this.settings = settings;
        this.topic = topic;
        this.meters = meters;
    }

    Flux<PaymentEvent> events() {
        return fromTheEnd().thenMany(Flux.defer(this::session).repeat());
    }

    private Mono<Void> fromTheEnd() {
        return topic.partitions().flatMap(topic::ends).doOnNext(next::putAll).then();
    }

    private Flux<PaymentEvent> session() {
        KafkaReceiver<String, String> receiver = KafkaReceiver.create(options());
        Flux<PaymentEvent> events = receiver.receiveBatch(1)
                .concatMap(Flux::collectList, 1)
                .concatMapIterable(this::received, 1)
                .subscribeOn(KafkaThreads.BLOCKING);
        return Flux.merge(events, ConsumerLag.watch(receiver, meters)).takeUntilOther(partitionsAdded());
    }

    private List<PaymentEvent> received(List<ReceiverRecord<String, String>> records) {
        for (ReceiverRecord<String, String> kafkaRecord : records) {
            next.put(kafkaRecord.receiverOffset().topicPartition(), kafkaRecord.offset() + 1);
        }
        return ReceivedRecords.events(records, meters);
    }

    /** A partition that was not there before is read from its beginning, for all of it is new. */
    private Mono<Void> partitionsAdded() {
        return Flux.interval(LOOK_FOR_PARTITIONS, KafkaThreads.RESULTS)
                .onBackpressureDrop()
                .concatMap(_ -> topic.partitions().onErrorComplete())
                .filter(now -> !next.keySet().containsAll(now))
                .next()
                .doOnNext(now -> now.forEach(partition -> next.putIfAbsent(partition, 0L)))
                .then();
    }

    private ReceiverOptions<String, String> options() {
        Set<TopicPartition> partitions = new HashSet<>(next.keySet());
        return KafkaEventStream.options(settings, FETCHES)
                .assignment(partitions)
                .addAssignListener(this::seek);
    }

    private void seek(Collection<ReceiverPartition> assigned) {
        assigned.forEach(partition -> partition.seek(next.getOrDefault(partition.topicPartition(), 0L)));
    }
}
