package io.sluice.sandbox.method;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.story.Browser;
import io.sluice.sandbox.story.PaymentOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** One payment for each method and outcome, most at the same time, each watched until it is where it must come to. */
public final class Matrix {
    private static final Executor THREADS =
            work -> Thread.ofVirtual().name("matrix").start(work);

    private static final Duration LOOK_EVERY = Duration.ofMillis(400);
    private static final int UNAVAILABLE = 503;
    private static final int SHORT_EXPIRY_SECONDS = 12;
    private static final long AMOUNT_MINOR = 1500;

    private final MerchantClient client;

    public Matrix(Place place) {
        this.client = MerchantClient.of(place);
    }

    /** @param outcome what the method's channel is asked to play */
    public record Cell(SandboxMethod method, String outcome) {

        /** The states that are right in the end. */
        public List<String> expected() {
            return ExpectedEnd.of(method, outcome);
        }

        boolean disturbsOthers() {
            return ExpectedEnd.disturbsOthers(method, outcome);
        }
    }

    /**
     * What became of a cell's payment.
     *
     * @param payment its id
     * @param state where it was in the end
     */
    public record Row(Cell cell, String payment, String state) {

        public boolean isAsExpected() {
            return cell.expected().contains(state);
        }
    }

    /**
     * Returns when all are where they must come to, or when the patience ends.
     *
     * @param patience for those that do not disturb each other, and as much again for the others after them
     */
    public List<Row> run(List<Cell> cells, Duration patience) {
        return Stream.of(false, true)
                .map(disturbing -> cells.stream()
                        .filter(cell -> cell.disturbsOthers() == disturbing)
                        .toList())
                .flatMap(part -> together(part, patience).stream())
                .toList();
    }

    private List<Row> together(List<Cell> cells, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        var begun = cells.stream()
                .map(cell -> CompletableFuture.supplyAsync(() -> await(pay(cell, deadline), deadline), THREADS))
                .toList();
        var awaited = begun.stream().map(CompletableFuture::join).toList();
        // What was right once may have gone on while others were waited for.
        return awaited.stream().map(this::now).toList();
    }

    /** Repeats the same request while the gateway is too busy. */
    private Row pay(Cell cell, Instant deadline) {
        var order = new PaymentOrder(
                        "matrix-" + UUID.randomUUID(),
                        AMOUNT_MINOR,
                        cell.method().currency(),
                        cell.method().wireName(),
                        cell.outcome(),
                        null,
                        ExpectedEnd.waitsForExpiry(cell.method(), cell.outcome())
                                ? Integer.valueOf(SHORT_EXPIRY_SECONDS)
                                : null)
                .agreed(client);
        var key = Map.of("Idempotency-Key", order.orderNo());
        String body = Json.write(order.body());
        var answer = client.send(client.signed("POST", "/v1/payments", key, body));
        while (answer.statusCode() == UNAVAILABLE && Instant.now().isBefore(deadline)) {
            Pause.of(LOOK_EVERY);
            answer = client.send(client.signed("POST", "/v1/payments", key, body));
        }
        var made = MerchantClient.accepted(answer);
        new Browser().follow(made.path("next_action"));
        return new Row(cell, Json.text(made, "id"), Json.text(made, "state"));
    }

    private Row await(Row begun, Instant deadline) {
        Row now = begun;
        while (!now.isAsExpected() && Instant.now().isBefore(deadline)) {
            Pause.of(LOOK_EVERY);
            now = now(now);
        }
        return now;
    }

    /** The same as before where the gateway is too busy to tell. */
    private Row now(Row before) {
        var answer = client.send(client.signed("GET", "/v1/payments/" + before.payment(), Map.of(), ""));
        return answer.statusCode() == UNAVAILABLE
                ? before
                : new Row(before.cell(), before.payment(), Json.text(MerchantClient.accepted(answer), "state"));
    }
}
