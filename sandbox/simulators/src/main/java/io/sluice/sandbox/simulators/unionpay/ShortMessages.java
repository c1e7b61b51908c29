package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.http.Html;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The messages that payers were sent, the last hundred, for whoever plays the payer. Those of before a restart are gone. */
final class ShortMessages {
    private static final int MOST = 100;

    private final Deque<Sent> sent = new ArrayDeque<>();

    /** @param bindId what the payer is asked to agree to, by the merchant's name for it */
    record Sent(String phone, String bindId, String card, String code, Instant at) {}

    synchronized void send(Sent message) {
        sent.addFirst(message);
        if (sent.size() > MOST) {
            sent.removeLast();
        }
    }

    private synchronized List<Sent> all() {
        return List.copyOf(sent);
    }

    /** @param bindId narrows them to one agreement; all where it is empty */
    ObjectNode view(String bindId) {
        ObjectNode view = Json.MAPPER.createObjectNode();
        var messages = view.putArray("messages");
        all().stream()
                .filter(message -> bindId.isEmpty() || message.bindId().equals(bindId))
                .forEach(message -> messages.addObject()
                        .put("phone", message.phone())
                        .put("bind_id", message.bindId())
                        .put("card", message.card())
                        .put("code", message.code())
                        .put("at", message.at().toString()));
        return view;
    }

    String page() {
        String lines = all().stream()
                .map(message -> "<p>To %s: your code is <b>%s</b>, to let a merchant charge card %s (%s).</p>"
                        .formatted(Html.escaped(message.phone()), message.code(), message.card(), message.bindId()))
                .collect(Collectors.joining("\n"));
        return Html.page(
                "UnionPay simulator", "<h1>Short messages</h1>" + (lines.isEmpty() ? "<p>None yet.</p>" : lines));
    }
}
