package io.sluice.core.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.sluice.core.gather.Cell.Put;
import io.sluice.core.loop.Haste;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** One lane in virtual time: nothing here happens by chance. */
class GatheringWriterTest {

    private static final Duration REST = Duration.ofMillis(5);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final Cell cell = new Cell();
    private final InMemoryStore<Put, Integer> store = new InMemoryStore<>(cell);
    private final List<Object> answers = new CopyOnWriteArrayList<>();
    private GatheringWriter<Put, Integer> writer =
            store.writer(GatheringOptions.named("cells"), new SimpleMeterRegistry(), time);

    @Test
    void aLoneCommandGoesOutImmediately() {
        write("a", 1);

        assertThat(cell.row("a")).containsExactly(1);
        time.advanceTime();
        assertThat(answers).containsExactly(0);
    }

    @Test
    void whatArrivesMeanwhileGoesOutTogether() {
        store.holdRequests();
        write("first", 1);
        IntStream.range(0, 200).forEach(i -> write("k" + i, i));
        store.deliver();
        time.advanceTime();

        assertThat(store.batches()).extracting(List::size).containsExactly(1, 128, 72);
        assertThat(answers).hasSize(201).containsOnly(0);
    }

    @Test
    void whatIsWrittenTogetherGoesOutTogether() {
        writer.together(() -> {
            IntStream.range(0, 200).forEach(i -> write("k" + i, i));
            assertThat(store.batches()).isEmpty();
        });
        time.advanceTime();

        assertThat(store.batches()).extracting(List::size).containsExactly(128, 72);
        assertThat(answers).hasSize(200).containsOnly(0);
    }

    @Test
    void aLaneGoesOnAfterWritesThatFail() {
        assertThatThrownBy(() -> writer.together(() -> {
                    write("a", 1);
                    throw new IllegalStateException("no more");
                }))
                .hasMessage("no more");
        time.advanceTime();

        assertThat(answers).containsExactly(0);
    }

    @Test
    void aLaneRestsWhileFewWait() {
        writer = resting();
        write("a", 1);
        write("b", 2);
        time.advanceTimeBy(REST.minusNanos(1));
        write("c", 3);

        assertThat(store.batches()).containsExactly(List.of(new Put("a", 1)));
        time.advanceTimeBy(Duration.ofNanos(1));
        assertThat(store.batches()).hasSize(2).last().isEqualTo(List.of(new Put("b", 2), new Put("c", 3)));
        time.advanceTimeBy(REST);
        write("d", 4);
        assertThat(store.batches()).hasSize(3).last().isEqualTo(List.of(new Put("d", 4)));
    }

    @Test
    void inHasteALaneRestsThreeTimesAsLong() {
        writer = store.writer(
                GatheringOptions.named("cells").withRest(REST).withHaste(() -> true), new SimpleMeterRegistry(), time);
        time.advanceTimeBy(REST.multipliedBy(2));
        write("a", 1);
        write("b", 2);
        time.advanceTimeBy(REST.multipliedBy(3).minusNanos(1));

        assertThat(store.batches()).containsExactly(List.of(new Put("a", 1)));
        time.advanceTimeBy(Duration.ofNanos(1));
        assertThat(store.batches()).hasSize(2);
    }

    @Test
    void halfABatchIsSentHoweverSoonItComes() {
        writer = resting();
        write("first", 1);
        IntStream.range(0, 63).forEach(i -> write("k" + i, i));
        assertThat(store.batches()).hasSize(1);

        write("k63", 63);
        assertThat(store.batches()).hasSize(2).last().asInstanceOf(LIST).hasSize(64);
    }

    @Test
    void whoClosesALaneDoesNotWaitForItsRest() {
        writer = resting();
        write("a", 1);
        write("b", 2);
        writer.close().subscribe();
        time.advanceTime();

        assertThat(cell.row("b")).containsExactly(2);
    }

    private GatheringWriter<Put, Integer> resting() {
        return store.writer(GatheringOptions.named("cells").withRest(REST), new SimpleMeterRegistry(), time);
    }

    @Test
    void nothingIsSentBeforeItIsAskedFor() {
        Mono<Integer> unasked = writer.write(new Put("a", 1));

        assertThat(store.batches()).isEmpty();
        unasked.subscribe();
        assertThat(store.batches()).hasSize(1);
    }

    @Test
    void aKeyIsWrittenInOrderAndOnceABatch() {
        store.holdRequests();
        write("first", 0);
        Stream.of(1, 2, 3).forEach(i -> write("a", i));
        write("b", 9);
        store.deliver();
        time.advanceTime();

        assertThat(cell.row("a")).containsExactly(1, 2, 3);
        assertThat(store.batches().subList(1, 4))
                .containsExactly(
                        List.of(new Put("a", 1), new Put("b", 9)), List.of(new Put("a", 2)), List.of(new Put("a", 3)));
    }

    @Test
    void aPoisonedCommandFailsAlone() {
        store.holdRequests();
        write("first", 0);
        IntStream.range(0, 50).forEach(i -> write("k" + i, i == 33 ? -1 : i));
        store.deliver();
        time.advanceTime();

        assertThat(cell.size()).isEqualTo(50);
        assertThat(answers).filteredOn(Integer.class::isInstance).hasSize(50);
        assertThat(answers)
                .filteredOn(Throwable.class::isInstance)
                .singleElement()
                .asString()
                .contains("poison -1");
    }

    @Test
    void aFullQueueRefusesAtOnce() {
        writer = store.writer(GatheringOptions.named("cells").withQueue(4), new SimpleMeterRegistry(), time);
        store.holdRequests();
        IntStream.range(0, 6).forEach(i -> write("k" + i, i));

        assertThat(answers).singleElement().isInstanceOf(StoreUnavailableException.class);
        assertThat(answers.getFirst()).asString().contains("write queue is full (4 commands");
        store.deliver();
        time.advanceTime();
        assertThat(answers).hasSize(6);
        assertThat(cell.size()).isEqualTo(5);
    }

    @Test
    void whoCancelsBeforeTheSendingIsNotWritten() {
        store.holdRequests();
        write("first", 0);
        Disposable cancelled = write("a", 1);
        write("b", 2);
        cancelled.dispose();
        store.deliver();
        time.advanceTime();

        assertThat(cell.row("a")).isEmpty();
        assertThat(answers).hasSize(2);
    }

    @Test
    void aCancelledCommandDoesNotHoldItsKey() {
        store.holdRequests();
        write("first", 0);
        Disposable cancelled = write("a", 1);
        write("a", 2);
        cancelled.dispose();
        store.deliver();

        assertThat(store.batches().getLast()).containsExactly(new Put("a", 2));
    }

    @Test
    void whoCancelsAfterTheSendingIsWritten() {
        store.holdRequests();
        write("a", 1).dispose();
        write("b", 2);
        store.deliver();
        time.advanceTime();

        assertThat(cell.row("a")).containsExactly(1);
        assertThat(answers).containsExactly(0);
    }

    @Test
    void aSubscriberThatThrowsHarmsNobodyElse() {
        store.holdRequests();
        write("first", 0);
        writer.write(new Put("a", 1)).subscribe(answer -> {
            throw new IllegalStateException("on purpose");
        });
        write("b", 2);
        store.deliver();
        time.advanceTime();

        assertThat(answers).containsExactly(0, 0);
    }

    @Test
    void allCallersAreToldInOneTurnOfTheirLoop() {
        assertThat(turnsOfALoop(Haste.NONE).indexOf("others")).isEqualTo(100);
    }

    @Test
    void inHasteOthersOfTheLoopHaveTheirTurnInBetween() {
        assertThat(turnsOfALoop(() -> true).indexOf("others")).isEqualTo(16);
    }

    @Test
    void commandsThatFollowFromAnswersDoNotGrowTheStack() {
        Mono<Integer> chain = writer.write(new Put("a", 0));
        for (int i = 1; i < 3000; i++) {
            int id = i;
            chain = chain.then(Mono.defer(() -> writer.write(new Put("a", id))));
        }
        chain.subscribe(answers::add, answers::add);
        time.advanceTime();

        assertThat(answers).containsExactly(2999);
    }

    @Test
    void closingFinishesWhatWaitsAndRefusesMore() {
        store.holdRequests();
        write("a", 1);
        write("b", 2);
        List<String> closed = new ArrayList<>();
        writer.close().subscribe(null, e -> {}, () -> closed.add("closed"));
        write("c", 3);
        assertThat(closed).isEmpty();
        store.deliver();
        time.advanceTime();

        assertThat(closed).containsExactly("closed");
        assertThat(cell.size()).isEqualTo(2);
        assertThat(answers)
                .filteredOn(StoreUnavailableException.class::isInstance)
                .hasSize(1);
    }

    /** What a loop does in turn, from which a hundred commands of one batch came. */
    private List<Object> turnsOfALoop(Haste haste) {
        writer = store.writer(GatheringOptions.named("cells").withHaste(haste), new SimpleMeterRegistry(), time);
        EventLoop loop = new DefaultEventLoop();
        Flux<Integer> told = Flux.range(0, 100)
                .flatMap(i -> writer.write(new Put("k" + i, i)).thenReturn(i));
        List<CompletableFuture<?>> done = new ArrayList<>();
        loop.submit(() -> {
                    writer.together(
                            () -> done.add(told.doOnNext(answers::add).then().toFuture()));
                    done.add(CompletableFuture.runAsync(() -> answers.add("others"), loop));
                })
                .syncUninterruptibly();
        done.forEach(CompletableFuture::join);
        loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
        return answers;
    }

    private Disposable write(String key, int id) {
        return writer.write(new Put(key, id)).subscribe(answers::add, answers::add);
    }
}
