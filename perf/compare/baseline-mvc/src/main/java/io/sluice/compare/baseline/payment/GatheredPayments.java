package io.sluice.compare.baseline.payment;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The variant that gathers: payments queue, and two writers each take what is queued and write it in one transaction. The
 * caller's thread blocks until that is committed, so every promise stays as it was.
 */
@Component
@ConditionalOnProperty(name = "baseline.writes", havingValue = "gathered")
final class GatheredPayments implements Payments {
    private static final int WRITERS = 2;
    private static final int MOST_AT_ONCE = 256;

    private final LinkedBlockingQueue<Write> queue = new LinkedBlockingQueue<>();
    private final BatchWriter writer;
    private final List<Thread> threads = new ArrayList<>();

    GatheredPayments(BatchWriter writer) {
        this.writer = writer;
        for (int i = 0; i < WRITERS; i++) {
            threads.add(Thread.ofPlatform().daemon().name("writer-" + i).start(this::write));
        }
    }

    /** One payment's part of a transaction; {@code done} says whether it was written. */
    record Write(Payment payment, Event event, boolean isNew, CompletableFuture<Boolean> done) {}

    @Override
    public boolean accept(Payment payment, Event event) {
        return queued(payment, event, true);
    }

    @Override
    public void conclude(Payment payment, Event event) {
        queued(payment, event, false);
    }

    @PreDestroy
    void close() {
        threads.forEach(Thread::interrupt);
    }

    private boolean queued(Payment payment, Event event, boolean isNew) {
        var write = new Write(payment, event, isNew, new CompletableFuture<>());
        queue.add(write);
        return write.done().join();
    }

    private void write() {
        List<Write> batch = new ArrayList<>(MOST_AT_ONCE);
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, MOST_AT_ONCE - 1);
                commit(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<Write> batch) {
        try {
            var written = writer.write(batch);
            batch.forEach(
                    each -> each.done().complete(written.contains(each.payment().id())));
        } catch (RuntimeException e) {
            batch.forEach(each -> each.done().completeExceptionally(e));
        }
    }
}
