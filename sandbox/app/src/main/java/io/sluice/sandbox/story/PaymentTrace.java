package io.sluice.sandbox.story;

import io.sluice.sandbox.books.LedgerEntry;
import io.sluice.sandbox.client.ServerSentEvent;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.shop.ReceivedWebhook;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * All that one payment left behind.
 *
 * @param payment as the API tells it in the end
 * @param events as they were seen over server-sent events
 * @param entries its lines in the ledger
 * @param webhooks as the demo merchant received them
 */
public record PaymentTrace(
        JsonNode payment, List<ServerSentEvent> events, List<LedgerEntry> entries, List<ReceivedWebhook> webhooks) {

    public String id() {
        return Json.text(payment, "id");
    }

    public String state() {
        return Json.text(payment, "state");
    }

    /** Whether nothing more is expected to happen to it. */
    public boolean isEnded() {
        return !events.isEmpty() && events.getLast().isLast();
    }

    /** Everything as one JSON object. */
    public JsonNode json() {
        var json = Json.object();
        json.set("payment", payment);
        var seen = json.putArray("events");
        events.forEach(event -> seen.add(event.data()));
        json.set("ledger", Json.read(Json.write(entries)));
        json.set("webhooks", Json.read(Json.write(webhooks)));
        return json;
    }
}
