package io.sluice.core.gather;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.gather.Cell.Put;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

/** Many threads at once: every command is written once and every caller gets one answer. */
class GatheringStressTest {

    private static final int THREADS = 8;
    private static final int COMMANDS = 20_000;

    private final Cell cell = new Cell();
    private final InMemoryStore<Put, Integer> store = new InMemoryStore<>(cell);
    private final GatheringWriter<Put, Integer> writer = store.writer(
            GatheringOptions.named("cells")
                    .withLanes(2)
                    .withRest(Duration.ofNanos(100_000))
                    .withQueue(THREADS * COMMANDS)
                    .withPatience(Duration.ofMinutes(1), Duration.ofMinutes(1)),
            new SimpleMeterRegistry(),
            Schedulers.parallel());

    @Test
    void losesNoCompletion() throws InterruptedException {
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch answered = new CountDownLatch(THREADS * COMMANDS);
        for (int thread = 0; thread < THREADS; thread++) {
            int from = thread * COMMANDS;
            Thread.ofPlatform().start(() -> writeAll(from, failures, answered));
        }

        assertThat(answered.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(failures).hasValue(0);
        assertThat(cell.size()).isEqualTo(THREADS * COMMANDS);
        writer.close().block(Duration.ofSeconds(30));
    }

    @Test
    void losesNoCompletionWhileConnectionsBreak() throws InterruptedException {
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch answered = new CountDownLatch(THREADS * COMMANDS);
        for (int thread = 0; thread < THREADS; thread++) {
            int from = thread * COMMANDS;
            Thread.ofPlatform().start(() -> writeAll(from, failures, answered));
        }
        while (!answered.await(2, TimeUnit.MILLISECONDS)) {
            store.loseAnswers();
            store.recover();
            store.breakConnections();
        }

        assertThat(failures).hasValue(0);
        assertThat(cell.size()).isEqualTo(THREADS * COMMANDS);
        writer.close().block(Duration.ofSeconds(30));
    }

    /** A key for every eight commands, so that some meet in one batch. */
    private void writeAll(int from, AtomicInteger failures, CountDownLatch answered) {
        for (int i = from; i < from + COMMANDS; i++) {
            writer.write(new Put("k" + i / 8, i))
                    .doOnError(error -> failures.incrementAndGet())
                    .subscribe(answer -> answered.countDown(), error -> answered.countDown());
        }
    }
}
