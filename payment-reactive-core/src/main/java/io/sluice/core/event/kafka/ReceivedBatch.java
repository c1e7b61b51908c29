package io.sluice.core.event.kafka;

import io.sluice.core.event.EventBatch;
import io.sluice.core.event.PaymentEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.kafka.receiver.ReceiverOffset;
import reactor.kafka.receiver.ReceiverRecord;

/** One poll's events, and the offsets to commit when they are acknowledged. */
record ReceivedBatch(List<PaymentEvent> events, List<ReceiverRecord<String, String>> records, ReaderMeters.Group meters)
        implements EventBatch {

    private static final Logger log = LoggerFactory.getLogger(ReceivedBatch.class);

    /** A commit that gets no answer fails the session; the next one begins at the last that was answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public Mono<Void> acknowledge() {
        return Mono.defer(this::commit)
                .timeout(PATIENCE)
                .onErrorResume(CommitFailedException.class, ReceivedBatch::takenOver)
                .publishOn(KafkaThreads.RESULTS)
                .doOnSuccess(_ -> meters.acknowledged(records.size()));
    }

    /** Notes the last offset of each partition, then commits all of them in one request. */
    private Mono<Void> commit() {
        Iterator<ReceiverOffset> last = lastOfEachPartition().iterator();
        ReceiverOffset offset = last.next();
        while (last.hasNext()) {
            offset.acknowledge();
            offset = last.next();
        }
        return offset.commit();
    }

    private Collection<ReceiverOffset> lastOfEachPartition() {
        Map<TopicPartition, ReceiverOffset> last = new LinkedHashMap<>();
        for (ReceiverRecord<String, String> kafkaRecord : records) {
            ReceiverOffset offset = kafkaRecord.receiverOffset();
            last.put(offset.topicPartition(), offset);
        }
        return last.values();
    }

    private static Mono<Void> takenOver(CommitFailedException e) {
        log.info("An acknowledgement came after its partitions were given to another reader: {}", e.getMessage());
        return Mono.empty();
    }
}
