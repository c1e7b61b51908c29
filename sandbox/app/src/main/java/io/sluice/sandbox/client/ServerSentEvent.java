package io.sluice.sandbox.client;

import io.sluice.sandbox.place.Json;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One event of a payment as it arrived: an event's data are one line of JSON. */
public record ServerSentEvent(JsonNode data) {
    private static final String DATA = "data:";

    static Stream<ServerSentEvent> read(Stream<String> lines) {
        return lines.filter(line -> line.startsWith(DATA))
                .map(line -> new ServerSentEvent(Json.read(line.substring(DATA.length()))));
    }

    public int sequence() {
        return data.path("sequence").asInt();
    }

    public String type() {
        return Json.text(data, "type");
    }

    public String at() {
        return Json.text(data, "created_at");
    }

    public JsonNode payment() {
        return data.path("data").path("payment");
    }

    public String state() {
        return Json.text(payment(), "state");
    }

    /** Whether nothing more is expected after it by itself. */
    public boolean isLast() {
        return List.of("AUTHORIZED", "PARTIALLY_CAPTURED", "SUCCEEDED", "FAILED", "CLOSED", "REVERSED")
                .contains(state());
    }
}
