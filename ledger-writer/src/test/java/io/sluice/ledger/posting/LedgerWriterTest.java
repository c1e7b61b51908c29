package io.sluice.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.event.EventBatch;
import io.sluice.core.event.EventStream;
import io.sluice.core.event.PaymentEvent;
import io.sluice.ledger.posting.json.JsonEventBodies;
import io.sluice.ledger.posting.model.Outcome;
import io.sluice.ledger.posting.model.PaymentPostings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

final class LedgerWriterTest {

    private final List<String> story = new ArrayList<>();
    private final Sinks.One<List<Outcome>> commit = Sinks.one();

    @Test
    void acknowledgesAfterTheCommitAndNotBefore() {
        LedgerWriter writer = writer(batch("first", Mono.empty()), this::afterCommit);

        StepVerifier.create(writer.run())
                .then(() -> assertThat(story).containsExactly("post"))
                .then(() -> commit.tryEmitValue(List.of(Outcome.POSTED)))
                .expectNextCount(1)
                .thenCancel()
                .verify(Duration.ofSeconds(30));
        assertThat(story).containsExactly("post", "acknowledge first");
    }

    @Test
    void takesTheNextBatchWhenThisOneIsAcknowledged() {
        Flux<EventBatch> two = Flux.concat(batch("first", Mono.empty()), batch("second", Mono.empty()));

        StepVerifier.create(writer(two, this::atOnce).run()).expectNextCount(2).verifyComplete();

        assertThat(story).containsExactly("post", "acknowledge first", "post", "acknowledge second");
    }

    @Test
    void anAcknowledgementThatFailsIsNoReasonToStop() {
        Flux<EventBatch> two = Flux.concat(
                batch("first", Mono.error(new IllegalStateException("broker away"))), batch("second", Mono.empty()));

        StepVerifier.create(writer(two, this::atOnce).run()).expectNextCount(2).verifyComplete();
    }

    @Test
    void aShutdownWaitsForTheBatchInHandAndBeginsNoOther() throws InterruptedException {
        Flux<EventBatch> two = Flux.concat(batch("first", Mono.empty()), batch("second", Mono.empty()));
        LedgerWriter writer = writer(two, this::afterCommit);
        var running = writer.run().subscribe();

        assertThat(writer.batchInHand().close(Duration.ofMillis(1))).isFalse();
        Thread.startVirtualThread(() -> commit.tryEmitValue(List.of(Outcome.POSTED)));
        assertThat(writer.batchInHand().close(Duration.ofSeconds(30))).isTrue();

        running.dispose();
        assertThat(story).startsWith("post", "acknowledge first");
    }

    @Test
    void aClosedHandBeginsNothing() throws InterruptedException {
        LedgerWriter writer = writer(batch("first", Mono.empty()), this::atOnce);

        assertThat(writer.batchInHand().close(Duration.ZERO)).isTrue();

        StepVerifier.create(writer.run())
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(50))
                .thenCancel()
                .verify();
        assertThat(story).isEmpty();
    }

    private LedgerWriter writer(Flux<EventBatch> batches, Journal journal) {
        return new LedgerWriter(new OneGroup(batches), new Decisions(new JsonEventBodies()), journal, Runnable::run);
    }

    private Mono<List<Outcome>> afterCommit(PaymentPostings postings) {
        story.add("post");
        return commit.asMono();
    }

    private Mono<List<Outcome>> atOnce(PaymentPostings postings) {
        story.add("post");
        return Mono.just(List.of(Outcome.POSTED));
    }

    private Flux<EventBatch> batch(String name, Mono<Void> acknowledgement) {
        return Flux.just(new NamedBatch(name, acknowledgement));
    }

    private final class NamedBatch implements EventBatch {

        private final String name;
        private final Mono<Void> acknowledgement;

        NamedBatch(String name, Mono<Void> acknowledgement) {
            this.name = name;
            this.acknowledgement = acknowledgement;
        }

        @Override
        public List<PaymentEvent> events() {
            return List.of(TestPayment.alone(10, 1, "CNY").succeeded());
        }

        @Override
        public Mono<Void> acknowledge() {
            story.add("acknowledge " + name);
            return acknowledgement;
        }
    }

    private record OneGroup(Flux<EventBatch> all) implements EventStream {

        @Override
        public Flux<EventBatch> batches(String group) {
            assertThat(group).isEqualTo("ledger-writer");
            return all;
        }

        @Override
        public Flux<PaymentEvent> live() {
            return Flux.never();
        }
    }
}
