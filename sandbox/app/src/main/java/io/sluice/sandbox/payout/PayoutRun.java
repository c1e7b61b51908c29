package io.sluice.sandbox.payout;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Pause;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Makes payouts and watches them. */
public record PayoutRun(MerchantClient client) {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** Asks for it; a repetition is the same request. */
    public HttpResponse<String> send(PayoutOrder order) {
        var key = Map.of("Idempotency-Key", order.payoutNo());
        return client.send(client.signed("POST", "/v1/payouts", key, Json.write(order.body())));
    }

    /** @throws io.sluice.sandbox.place.SandboxException with the problem's own words when it is refused */
    public JsonNode make(PayoutOrder order) {
        return MerchantClient.accepted(send(order));
    }

    public JsonNode get(String id) {
        return client.get("/v1/payouts/" + id);
    }

    /** As soon as it is as wanted, or as it is when the patience ends. */
    public JsonNode await(String id, Predicate<JsonNode> wanted, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        JsonNode current = get(id);
        while (!wanted.test(current) && Instant.now().isBefore(deadline)) {
            Pause.of(LOOK_EVERY);
            current = get(id);
        }
        return current;
    }

    public JsonNode await(String id, String state, Duration patience) {
        return await(id, payout -> Json.text(payout, "state").equals(state), patience);
    }

    /** What the merchant is due in a currency, as booked. */
    public long dueMinor(String currency) {
        for (JsonNode balance : client.get("/v1/balance").path("balances")) {
            if (Json.text(balance, "currency").equals(currency)) {
                return balance.path("due").asLong();
            }
        }
        return 0;
    }
}
