package io.sluice.sandbox.e2e;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.client.SignedRequest;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.story.PaymentOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Payments at a steady rate, each counted with what became of its request. */
final class SteadyLoad implements AutoCloseable {
    private final MerchantClient client;
    private final List<String> methods;
    private final @Nullable String outcome;
    private final AtomicInteger orders = new AtomicInteger();
    private final List<Reply> replies = Collections.synchronizedList(new ArrayList<>());
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * What a request was answered.
     *
     * @param status 0 when there was no answer
     * @param paymentId empty when the payment was not acknowledged
     * @param retryAfter empty when it was not said
     */
    record Reply(Instant sentAt, Duration took, int status, String paymentId, String retryAfter) {

        boolean isAcknowledged() {
            return !paymentId.isEmpty();
        }
    }

    SteadyLoad(Place place, int perSecond) {
        this(place, perSecond, List.of("wechat_native"), "approved");
    }

    /**
     * @param methods taken in turn
     * @param outcome null where the weather is to decide
     */
    @SuppressWarnings("FutureReturnValueIgnored") // a payment that fails is a reply, and the clock ends with the load
    SteadyLoad(Place place, int perSecond, List<String> methods, @Nullable String outcome) {
        this.client = MerchantClient.of(place);
        this.methods = methods;
        this.outcome = outcome;
        long periodMicros = TimeUnit.SECONDS.toMicros(1) / perSecond;
        clock.scheduleAtFixedRate(() -> senders.execute(this::pay), 0, periodMicros, TimeUnit.MICROSECONDS);
    }

    private void pay() {
        String method = methods.get(orders.getAndIncrement() % methods.size());
        SignedRequest request = client.payment(
                new PaymentOrder("load-" + UUID.randomUUID(), 100, "CNY", method, outcome, null, null).body());
        Instant sentAt = Instant.now();
        try {
            var response = client.send(request);
            boolean granted = response.statusCode() / 100 == 2;
            replies.add(new Reply(
                    sentAt,
                    Duration.between(sentAt, Instant.now()),
                    response.statusCode(),
                    granted ? Json.text(Json.read(response.body()), "id") : "",
                    response.headers().firstValue("Retry-After").orElse("")));
        } catch (SandboxException silent) {
            replies.add(new Reply(sentAt, Duration.between(sentAt, Instant.now()), 0, "", ""));
        }
    }

    /** All requests that were sent in between. */
    List<Reply> between(Instant from, Instant to) {
        synchronized (replies) {
            return replies.stream()
                    .filter(reply ->
                            !reply.sentAt().isBefore(from) && reply.sentAt().isBefore(to))
                    .toList();
        }
    }

    List<Reply> all() {
        synchronized (replies) {
            return List.copyOf(replies);
        }
    }

    /** Sends no more, and returns when all are answered. */
    void end() {
        clock.shutdownNow();
        senders.close();
    }

    @Override
    public void close() {
        end();
    }
}
