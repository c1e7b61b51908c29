package io.sluice.sandbox.story;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.client.ServerSentEvent;
import io.sluice.sandbox.place.SandboxException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Follows a payment over server-sent events from its first on, and takes up again where a stream broke. */
public final class EventFollower {
    private static final Duration BEFORE_RETRY = Duration.ofMillis(300);

    private final MerchantClient client;
    private final String paymentId;
    private final BlockingQueue<ServerSentEvent> arrived = new LinkedBlockingQueue<>();

    private EventFollower(MerchantClient client, String paymentId) {
        this.client = client;
        this.paymentId = paymentId;
    }

    public static EventFollower follow(MerchantClient client, String paymentId) {
        var follower = new EventFollower(client, paymentId);
        Thread.ofVirtual().name("sse").start(follower::read);
        return follower;
    }

    private void read() {
        int last = 0;
        while (!Thread.currentThread().isInterrupted()) {
            last = readStream(last);
            try {
                Thread.sleep(BEFORE_RETRY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The last sequence that came. */
    private int readStream(int after) {
        int last = after;
        try (var events = client.follow(paymentId, after)) {
            for (var each = events.iterator(); each.hasNext(); ) {
                ServerSentEvent event = each.next();
                last = event.sequence();
                arrived.add(event);
            }
        } catch (SandboxException | UncheckedIOException e) {
            // The stream broke; the next one goes on after the last event.
        }
        return last;
    }

    /** The next event, or null when none came before the deadline. */
    public @Nullable ServerSentEvent next(Instant deadline) {
        try {
            long left = Duration.between(Instant.now(), deadline).toMillis();
            return arrived.poll(Math.max(0, left), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
