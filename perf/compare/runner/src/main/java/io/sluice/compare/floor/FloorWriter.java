package io.sluice.compare.floor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** A few threads with a connection each that write whatever is queued; the bare loop that every gathering comes down to. */
final class FloorWriter {
    private static final int LANES = 2;
    private static final int MOST_AT_ONCE = 128;

    private final LinkedBlockingQueue<FloorPayment> accepting = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<FloorPayment> concluding = new LinkedBlockingQueue<>();

    private FloorWriter() {}

    static FloorWriter start(String jdbcUrl) throws SQLException {
        var writer = new FloorWriter();
        for (int i = 0; i < LANES; i++) {
            var lane = FloorLane.open(jdbcUrl);
            Thread.ofPlatform().daemon().name("accept-" + i).start(() -> writer.accept(lane));
            var other = FloorLane.open(jdbcUrl);
            Thread.ofPlatform().daemon().name("conclude-" + i).start(() -> writer.conclude(other));
        }
        return writer;
    }

    /** Completes when a payment was accepted and concluded, each durably. */
    CompletableFuture<Void> write() {
        var payment = FloorPayment.make();
        accepting.add(payment);
        return payment.done();
    }

    private void accept(FloorLane lane) {
        drain(accepting, batch -> {
            lane.accept(batch);
            batch.forEach(payment -> concluding.add(payment.later()));
        });
    }

    private void conclude(FloorLane lane) {
        drain(concluding, batch -> {
            lane.conclude(batch);
            batch.forEach(payment -> payment.done().complete(null));
        });
    }

    /** What is done with a batch. */
    private interface Write {
        void of(List<FloorPayment> batch) throws SQLException;
    }

    private static void drain(LinkedBlockingQueue<FloorPayment> queue, Write write) {
        List<FloorPayment> batch = new ArrayList<>(MOST_AT_ONCE);
        while (true) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, MOST_AT_ONCE - 1);
                write.of(batch);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException e) {
                batch.forEach(payment -> payment.done().completeExceptionally(e));
            }
            batch.clear();
        }
    }
}
