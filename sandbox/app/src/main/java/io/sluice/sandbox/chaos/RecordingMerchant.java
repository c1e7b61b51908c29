package io.sluice.sandbox.chaos;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.client.SignedRequest;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.SandboxException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The demo merchant, which writes down whatever it asks and is answered. */
final class RecordingMerchant {
    /** Longer than the edge lets anybody wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String NOT_CONNECTED = "not_connected";

    private final MerchantClient client;
    private final History history;
    private final Tally tally;

    RecordingMerchant(MerchantClient client, History history, Tally tally) {
        this.client = client;
        this.history = history;
        this.tally = tally;
    }

    /**
     * An answer.
     *
     * @param status 0 when there was none
     */
    record Reply(int status, JsonNode body) {

        /** Whether the request was never sent. */
        boolean isUnreached() {
            return status == 0 && Json.text(body, "code").equals(NOT_CONNECTED);
        }

        boolean granted() {
            return status / 100 == 2;
        }

        /** Whether the same request may be answered otherwise: no answer, no service, or still at work on it. */
        boolean isWorthAsking() {
            return status == 0
                    || status == 503
                    || status == 429
                    || Json.text(body, "code").equals("request_in_flight");
        }
    }

    Reply pay(String order, String key, JsonNode body) {
        return ask("pay", order, key, "POST", "/v1/payments", Json.write(body));
    }

    Reply refund(String order, String key, String payment, long amountMinor) {
        var body = Json.object().put("payment_id", payment).put("amount", amountMinor);
        return ask("refund", order, key, "POST", "/v1/refunds", Json.write(body));
    }

    Reply cancel(String order, String payment) {
        return ask("cancel", order, "", "POST", "/v1/payments/" + payment + "/cancel", "");
    }

    Reply read(String order, String payment) {
        return ask("read", order, "", "GET", "/v1/payments/" + payment, "");
    }

    private Reply ask(String call, String order, String key, String method, String target, String body) {
        Map<String, String> headers = key.isEmpty() ? Map.of() : Map.of("Idempotency-Key", key);
        var request = client.signed(method, target, headers, body);
        Instant sentAt = Instant.now();
        Reply reply = send(request);
        Duration took = Duration.between(sentAt, Instant.now());
        tally.answered(reply, took);
        history.add(line(call, order, key, reply).put("at", sentAt.toString()).put("took_ms", took.toMillis()));
        return reply;
    }

    private Reply send(SignedRequest request) {
        try {
            var response = client.send(request, PATIENCE);
            return new Reply(response.statusCode(), Json.read(response.body()));
        } catch (SandboxException noAnswer) {
            boolean refused = noAnswer.getCause() instanceof ConnectException;
            return new Reply(0, Json.object().put("code", refused ? NOT_CONNECTED : "no_answer"));
        } catch (JacksonException unreadable) {
            return new Reply(0, Json.object().put("code", "unreadable"));
        }
    }

    private static ObjectNode line(String call, String order, String key, Reply reply) {
        boolean refund = call.equals("refund");
        return Json.object()
                .put("call", call)
                .put("order", order)
                .put("key", key)
                .put("status", reply.status())
                .put("code", Json.text(reply.body(), "code"))
                .put("payment", Json.text(reply.body(), refund ? "payment_id" : "id"))
                .put("refund", refund ? Json.text(reply.body(), "id") : "")
                .put("state", Json.text(reply.body(), "state"));
    }
}
