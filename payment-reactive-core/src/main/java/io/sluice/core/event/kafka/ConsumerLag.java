package io.sluice.core.event.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import reactor.core.publisher.Flux;
import reactor.kafka.receiver.KafkaReceiver;

/** Looks now and then how far a consumer is behind the ends of its partitions; costs no request. */
final class ConsumerLag {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private ConsumerLag() {}

    /** Emits nothing, and never ends. */
    static <T> Flux<T> watch(KafkaReceiver<String, String> receiver, ReaderMeters.Group meters) {
        return Flux.interval(EVERY, KafkaThreads.RESULTS)
                .onBackpressureDrop()
                .concatMap(_ -> receiver.doOnConsumer(ConsumerLag::unfetched).onErrorComplete())
                .doOnNext(meters::unfetched)
                .thenMany(Flux.empty());
    }

    private static long unfetched(Consumer<String, String> consumer) {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }
}
