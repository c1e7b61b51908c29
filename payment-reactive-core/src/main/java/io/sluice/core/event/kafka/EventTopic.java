package io.sluice.core.event.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The events' topic itself: made if it is absent, before anybody writes to it or reads it. */
final class EventTopic implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EventTopic.class);

    private final KafkaSettings settings;
    private final Mono<Set<TopicPartition>> ready;
    private @Nullable Admin admin;

    EventTopic(KafkaSettings settings) {
        this.settings = settings;
        this.ready = partitions()
                .onErrorResume(UnknownTopicOrPartitionException.class, _ -> create().then(partitions()))
                .cacheInvalidateIf(_ -> false);
    }

    /** Completes when the topic is there; asks the broker no more once it was. */
    Mono<Void> ready() {
        return ready.then();
    }

    Mono<Set<TopicPartition>> partitions() {
        return ask(admin -> admin.describeTopics(List.of(settings.topic())).allTopicNames())
                .mapNotNull(topics -> topics.get(settings.topic()))
                .map(this::partitionsOf);
    }

    /** Where the next record of each partition will be. */
    Mono<Map<TopicPartition, Long>> ends(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return ask(admin -> admin.listOffsets(latest).all()).map(EventTopic::offsets);
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, ListOffsetsResultInfo> ends) {
        return ends.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private Set<TopicPartition> partitionsOf(TopicDescription description) {
        return description.partitions().stream()
                .map(info -> new TopicPartition(settings.topic(), info.partition()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Mono<Void> create() {
        NewTopic topic = new NewTopic(
                        settings.topic(), Optional.of(settings.partitions()), Optional.of(settings.replication()))
                .configs(Map.of(
                        // A group of readers may be away that long; older events are in PostgreSQL only.
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(Duration.ofDays(30).toMillis()),
                        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                        settings.replication() < 3 ? "1" : "2"));
        return ask(admin -> admin.createTopics(List.of(topic)).all())
                .doOnSuccess(_ -> log.info("Created the topic {} ({} partitions)", topic.name(), topic.numPartitions()))
                .onErrorComplete(TopicExistsException.class);
    }

    private <T> Mono<T> ask(Function<Admin, KafkaFuture<T>> question) {
        return Mono.fromCallable(this::admin)
                .subscribeOn(KafkaThreads.BLOCKING)
                .flatMap(client ->
                        Mono.fromCompletionStage(() -> question.apply(client).toCompletionStage()))
                .onErrorMap(CompletionException.class, EventTopic::cause)
                .publishOn(KafkaThreads.RESULTS);
    }

    private static Throwable cause(CompletionException wrapped) {
        Throwable cause = wrapped.getCause();
        return cause == null ? wrapped : cause;
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers(),
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000));
        }
        return admin;
    }

    /** Waits for the client's thread to end: not for a thread that may not block. */
    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
            admin = null;
        }
    }
}
