package io.sluice.core.event.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.event.EventBatch;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.event.Published;
import io.sluice.sandbox.servers.FaultProxy;
import io.sluice.sandbox.servers.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class KafkaEventStreamIT {

    private final KafkaEvents kafka = KafkaEvents.direct(4);
    private final Published received = new Published();
    private final List<PaymentEvent> sent = new ArrayList<>();

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void deliversAgainWhatWasNotAcknowledged() {
        List<PaymentEvent> first = kafka.publish(20, 2);
        consume(40, received, true);
        assertThat(received.all()).containsExactlyInAnyOrderElementsOf(first);
        List<PaymentEvent> second = kafka.publish(20, 2);
        Published ignored = new Published();
        consume(40, ignored, false);
        Published again = new Published();
        consume(40, again, true);
        assertThat(ignored.all()).containsExactlyInAnyOrderElementsOf(second);
        assertThat(again.all()).containsExactlyInAnyOrderElementsOf(second);
        again.keptTheOrderOfEachPayment();
    }

    private void consume(int events, Published into, boolean acknowledge) {
        kafka.stream()
                .batches("ledger-writer")
                .doOnNext(batch -> into.add(batch.events()))
                .concatMap(batch -> acknowledge ? batch.acknowledge().thenReturn(batch) : Mono.just(batch))
                .takeUntil(_ -> into.size() >= events)
                .blockLast(KafkaEvents.PATIENCE);
    }

    @Test
    void aRebalanceLosesNothing() {
        Published byFirst = new Published();
        Disposable first = share(byFirst);
        publishUntil(() -> byFirst.size() > 0);
        Published bySecond = new Published();
        Disposable second = share(bySecond);
        publishUntil(() -> bySecond.size() > 0);
        first.dispose();
        int taken = bySecond.size();
        publishUntil(() -> bySecond.size() > taken);
        Published byThird = new Published();
        Disposable third = share(byThird);
        publishUntil(() -> byThird.size() > 0);
        Published.await(KafkaEvents.PATIENCE, () -> received.size() == sent.size());
        assertThat(received.all()).containsExactlyInAnyOrderElementsOf(sent);
        received.keptTheOrderOfEachPayment();
        second.dispose();
        third.dispose();
    }

    private void publishUntil(BooleanSupplier enough) {
        Published.await(KafkaEvents.PATIENCE, () -> {
            sent.addAll(kafka.publish(20, 3));
            return enough.getAsBoolean();
        });
    }

    private Disposable share(Published mine) {
        return kafka.stream()
                .batches("merchant-notifier")
                .concatMap(batch -> Mono.fromRunnable(() -> {
                            mine.add(batch.events());
                            received.add(batch.events());
                        })
                        .then(batch.acknowledge()))
                .subscribe();
    }

    @Test
    void passesOverARecordThatIsNoEvent() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        kafka.publish(1, 1);
        for (int partition = 0; partition < 4; partition++) {
            kafka.publishNonsense(partition);
        }
        List<PaymentEvent> later = kafka.publish(10, 1);
        Disposable reader = kafka.stream(meters)
                .batches("ledger-writer")
                .concatMap(batch ->
                        Mono.fromRunnable(() -> received.add(batch.events())).then(batch.acknowledge()))
                .subscribe();
        Published.await(KafkaEvents.PATIENCE, () -> received.all().containsAll(later));
        assertThat(meters.get("sluice.consumer.skipped").counter().count()).isEqualTo(4);
        Published.await(
                KafkaEvents.PATIENCE,
                () -> meters.get("sluice.consumer.lag").gauge().value() == 0);
        reader.dispose();
    }

    @Test
    void liveBeginsAtTheEndAndFollowsNewPartitions() throws Exception {
        List<PaymentEvent> before = kafka.publish(10, 1);
        Disposable live = kafka.stream().live().subscribe(event -> received.add(List.of(event)));
        Published.await(KafkaEvents.PATIENCE, () -> {
            kafka.publish(4, 1);
            return received.size() > 0;
        });
        kafka.addPartitions(8);
        List<PaymentEvent> after = kafka.publishTo(7, 5);
        Published.await(KafkaEvents.PATIENCE, () -> received.all().containsAll(after));
        assertThat(received.all()).doesNotContainAnyElementsOf(before);
        live.dispose();
    }

    @Test
    void aReaderThatFailsGetsItsBatchAgain() {
        List<PaymentEvent> events = kafka.publish(5, 1);
        AtomicInteger batches = new AtomicInteger();
        Flux<EventBatch> failingAtFirst = kafka.stream()
                .batches("ledger-writer")
                .concatMap(batch -> batches.getAndIncrement() == 0
                        ? Mono.<EventBatch>error(new IllegalStateException("the database is away"))
                        : batch.acknowledge().thenReturn(batch));
        failingAtFirst
                .retry(1)
                .doOnNext(batch -> received.add(batch.events()))
                .takeUntil(_ -> received.size() == events.size())
                .blockLast(KafkaEvents.PATIENCE);
        assertThat(received.all()).containsExactlyInAnyOrderElementsOf(events);
    }

    /** Connections that stood keep silent for good; the kernel finds nothing wrong with them. */
    @Test
    void goesOnSoonAfterTheBrokerWasGoneWithoutAWord() {
        FaultProxy proxy = TestServers.kafkaProxy();
        try (KafkaEvents proxied = KafkaEvents.throughTheProxy(1, KafkaEvents.PATIENCE)) {
            sent.addAll(proxied.publish(1, 1));
            Disposable reader = proxied.stream()
                    .batches("ledger-writer")
                    .concatMap(batch -> Mono.fromRunnable(() -> received.add(batch.events()))
                            .then(batch.acknowledge()))
                    .subscribe();
            Published.await(KafkaEvents.PATIENCE, () -> received.size() == 1);

            proxy.halfOpen();
            proxy.heal();
            sent.addAll(proxied.publish(1, 1));

            Published.await(KafkaEvents.PATIENCE, () -> received.all().containsAll(sent));
            assertThat(received.all()).containsAll(sent);
            reader.dispose();
        }
    }
}
