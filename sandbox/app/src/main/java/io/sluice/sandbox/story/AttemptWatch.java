package io.sluice.sandbox.story;

import io.sluice.sandbox.books.AttemptView;
import io.sluice.sandbox.books.SandboxDatabase;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks at a payment's attempts where the gateway keeps them, and tells whenever one has moved or was inquired. */
final class AttemptWatch implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Place place;
    private final String paymentId;
    private final Instant since;
    private final PaymentWatcher watcher;
    private final Map<String, AttemptView> known = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private AttemptWatch(Place place, String paymentId, Instant since, PaymentWatcher watcher) {
        this.place = place;
        this.paymentId = paymentId;
        this.since = since;
        this.watcher = watcher;
        this.thread = Thread.ofVirtual().name("attempts").unstarted(this::look);
    }

    static AttemptWatch begin(Place place, String paymentId, Instant since, PaymentWatcher watcher) {
        var watch = new AttemptWatch(place, paymentId, since, watcher);
        watch.thread.start();
        return watch;
    }

    private void look() {
        try (var database = SandboxDatabase.open(place)) {
            boolean last = false;
            while (!last) {
                last = closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                AttemptView.ofPayment(database, paymentId).forEach(this::tell);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SandboxException e) {
            watcher.waits("the database");
        }
    }

    private void tell(AttemptView now) {
        AttemptView before = known.put(now.id(), now);
        if (!now.equals(before)) {
            watcher.moved(before, now, Duration.between(since, Instant.now()));
        }
    }

    /** Tells first what has moved until now. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(LOOK_EVERY.multipliedBy(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
