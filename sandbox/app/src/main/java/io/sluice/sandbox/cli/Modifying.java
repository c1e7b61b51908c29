package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Asks for a capture, a void or a refund, and watches it to its end. */
record Modifying(MerchantClient client, int patienceSeconds) {
    private static final Set<String> ENDS = Set.of("SUCCEEDED", "FAILED", "MANUAL", "RETURNED");
    private static final Map<String, String> READ =
            Map.of("cap_", "/v1/captures/", "voi_", "/v1/voids/", "rfd_", "/v1/refunds/");
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    static boolean isEnded(JsonNode modification) {
        return ENDS.contains(Json.text(modification, "state"));
    }

    int run(String path, JsonNode body, Predicate<JsonNode> isEnded) {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var request = client.signed("POST", path, headers, Json.write(body));
        JsonNode modification = watched(MerchantClient.accepted(client.send(request)), isEnded);
        System.out.println(Json.pretty(modification));
        return isEnded.test(modification) ? Commands.OK : Commands.FAILED;
    }

    private JsonNode watched(JsonNode made, Predicate<JsonNode> isEnded) {
        Instant deadline = Instant.now().plusSeconds(patienceSeconds);
        String id = Json.text(made, "id");
        JsonNode current = made;
        while (!isEnded.test(current) && Instant.now().isBefore(deadline)) {
            Pause.of(LOOK_EVERY);
            current = client.get(READ.get(id.substring(0, 4)) + id);
        }
        return current;
    }
}
