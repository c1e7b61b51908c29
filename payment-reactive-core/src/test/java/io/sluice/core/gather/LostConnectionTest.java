package io.sluice.core.gather;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.gather.Cell.Put;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A connection lost with a batch on it: the outcome is looked up, never assumed. */
class LostConnectionTest {

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final Cell cell = new Cell();
    private final InMemoryStore<Put, Integer> store = new InMemoryStore<>(cell);
    private final List<Object> answers = new ArrayList<>();
    private final GatheringWriter<Put, Integer> writer =
            store.writer(GatheringOptions.named("cells"), new SimpleMeterRegistry(), time);

    @Test
    void aBatchThatWasWrittenIsFound() {
        store.loseAnswers();
        write("a", 1);
        assertThat(cell.row("a")).containsExactly(1);
        store.recover();
        store.breakConnections();
        time.advanceTimeBy(Duration.ofMillis(100));

        assertThat(answers).containsExactly(0);
        assertThat(store.batches()).hasSize(1);
    }

    @Test
    void aBatchThatWasNotWrittenIsWrittenAgain() {
        store.holdRequests();
        write("a", 1);
        store.recover();
        store.breakConnections();
        time.advanceTimeBy(Duration.ofMillis(100));

        assertThat(answers).containsExactly(0);
        assertThat(cell.row("a")).containsExactly(1);
    }

    @Test
    void aBatchThatTheOldBackendWritesLaterIsWrittenOnce() {
        store.holdRequests();
        write("a", 1);
        store.breakConnections();
        time.advanceTimeBy(Duration.ofMillis(100));
        // Held: the batch of the lost connection and the look for it. Both arrive now, the old batch first.
        assertThat(store.heldRequests()).isEqualTo(2);
        store.deliver();
        time.advanceTimeBy(Duration.ofMillis(100));

        assertThat(answers).containsExactly(0);
        assertThat(cell.row("a")).containsExactly(1);
    }

    @Test
    void aBatchThatTheOldBackendWritesAfterTheNewOneIsWrittenOnce() {
        store.holdRequests();
        write("a", 1);
        store.recover();
        store.breakConnections();
        time.advanceTimeBy(Duration.ofMillis(100));
        store.deliver();
        write("a", 2);
        time.advanceTimeBy(Duration.ofMillis(100));

        assertThat(store.batches()).hasSize(3);
        assertThat(answers).containsExactly(0, 1);
        assertThat(cell.row("a")).containsExactly(1, 2);
    }

    @Test
    void aSilentConnectionCountsAsLost() {
        store.loseAnswers();
        write("a", 1);
        store.recover();
        time.advanceTimeBy(Duration.ofSeconds(6));

        assertThat(answers).containsExactly(0);
        assertThat(store.batches()).hasSize(1);
    }

    @Test
    void whatWasNeverSentIsRefusedWithinASecond() {
        store.goAway();
        write("a", 1);
        time.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(answers).singleElement().isInstanceOf(StoreUnavailableException.class);
        assertThat(answers.getFirst()).asString().contains("connection refused");
    }

    @Test
    void oncePatienceIsOverMoreIsRefusedAtOnceUntilTheStoreIsBack() {
        store.goAway();
        time.advanceTimeBy(Duration.ofSeconds(2));
        write("a", 1);
        time.advanceTime();
        assertThat(answers).singleElement().isInstanceOf(StoreUnavailableException.class);

        store.recover();
        time.advanceTimeBy(Duration.ofSeconds(1));
        write("b", 2);
        time.advanceTime();
        assertThat(answers).hasSize(2).last().isEqualTo(0);
    }

    @Test
    void whatWasSentIsInDoubtWhenTheStoreStaysAway() {
        store.loseAnswers();
        write("a", 1);
        write("b", 2);
        store.goAway();
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(answers).singleElement().isInstanceOf(StoreUnavailableException.class);

        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(answers).hasSize(2).last().isInstanceOf(WriteInDoubtException.class);
    }

    @Test
    void aStoreThatIsBackInTimeSettlesTheDoubt() {
        store.loseAnswers();
        write("a", 1);
        store.goAway();
        time.advanceTimeBy(Duration.ofSeconds(4));
        assertThat(answers).isEmpty();
        store.recover();
        time.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(answers).containsExactly(0);
        assertThat(store.batches()).hasSize(1);
    }

    @Test
    void whatWaitsBehindASilentBatchIsRefusedWithinASecond() {
        store.holdRequests();
        write("a", 1);
        write("b", 2);
        time.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(answers).singleElement().isInstanceOf(StoreUnavailableException.class);
    }

    private void write(String key, int id) {
        writer.write(new Put(key, id)).subscribe(answers::add, answers::add);
    }
}
