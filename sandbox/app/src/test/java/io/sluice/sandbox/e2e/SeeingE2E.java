package io.sluice.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.id.PaymentId;
import io.sluice.sandbox.books.SandboxDatabase;
import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.shop.ReceivedWebhook;
import io.sluice.sandbox.shop.WebhookLog;
import io.sluice.sandbox.story.PaymentOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One trace id leads from the merchant's request to the merchant's webhook, through every app on the way. */
class SeeingE2E {
    private static final int EVENTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Place PLACE = SandboxFixture.place();

    @Test
    void aMerchantsTraceGoesThroughAll() {
        String trace = UUID.randomUUID().toString().replace("-", "");

        String id = pay(Map.of("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));

        assertThat(traceOfRequest(id)).isEqualTo(trace);
        assertOneTrace(id, trace);
    }

    @Test
    void aTraceThatTheEdgeBeginsGoesThroughAll() {
        String id = pay(Map.of());

        assertOneTrace(id, traceOfRequest(id));
    }

    private static void assertOneTrace(String id, String trace) {
        assertThat(trace).matches("[0-9a-f]{32}");
        List<ReceivedWebhook> webhooks = webhooks(id);
        assertThat(webhooks)
                .extracting(webhook -> traceOf(webhook.headers().getOrDefault("traceparent", "")))
                .containsOnly(trace);
        assertThat(eventRows(id)).hasSize(EVENTS).containsOnly(trace);
        assertThat(TopicRecords.of(PLACE, id))
                .hasSize(EVENTS)
                .extracting(entry -> traceOf(TopicRecords.header(entry, "traceparent")))
                .containsOnly(trace);
        assertThat(traces("io.sluice.ledger.event", id, 1)).containsExactly(trace);
        assertThat(traces("io.sluice.notifier.delivery.observe.AttemptLog", id, EVENTS))
                .containsOnly(trace);
    }

    /** Channels are not told of our traces: what leads from a callback to its payment is the payment's id. */
    @Test
    void aCallbackNamesItsPaymentInATraceOfItsOwn() {
        String id = pay(Map.of());

        assertThat(traces("io.sluice.callback.intake", id, 1))
                .allMatch(trace -> trace.matches("[0-9a-f]{32}"))
                .doesNotContain(traceOfRequest(id));
    }

    private static String pay(Map<String, String> headers) {
        var client = MerchantClient.of(PLACE);
        var order = new PaymentOrder("see-" + UUID.randomUUID(), 700, "CNY", "wechat_native", null, null, null);
        var all = new HashMap<>(headers);
        all.put("Idempotency-Key", UUID.randomUUID().toString());
        var request = client.signed("POST", "/v1/payments", all, Json.write(order.body()));
        return Json.text(MerchantClient.accepted(client.send(request)), "id");
    }

    private static String traceOfRequest(String id) {
        return traces("io.sluice.edge.request", id, 1).getFirst();
    }

    /** What the logger said of the payment, when it has said at least so much. */
    private static List<String> traces(String logger, String id, int lines) {
        require(() -> SandboxFixture.log().lines(logger, id).size() >= lines, logger);
        return SandboxFixture.log().lines(logger, id).stream()
                .map(SeeingE2E::traceOf)
                .toList();
    }

    private static List<ReceivedWebhook> webhooks(String id) {
        require(() -> WebhookLog.ofPayment(PLACE.webhooks(), id).size() >= EVENTS, "webhooks");
        return WebhookLog.ofPayment(PLACE.webhooks(), id);
    }

    private static List<String> eventRows(String id) {
        try (var database = SandboxDatabase.open(PLACE)) {
            return database.query(
                    "select traceparent from sluice.payment_event where payment_id = ?",
                    row -> traceOf(String.valueOf(row.getString(1))),
                    PaymentId.parse(id).value());
        }
    }

    private static void require(BooleanSupplier condition, String what) {
        SandboxFixture.eventually(PATIENCE, condition);
        assertThat(condition.getAsBoolean()).as("%s within %s", what, PATIENCE).isTrue();
    }

    private static String traceOf(JsonNode line) {
        return Json.text(line, "traceId");
    }

    /** The second part of a traceparent. */
    private static String traceOf(String traceparent) {
        String[] parts = traceparent.split("-", -1);
        return parts.length == 4 ? parts[1] : "no trace in '" + traceparent + "'";
    }
}
