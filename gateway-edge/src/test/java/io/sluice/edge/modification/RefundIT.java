package io.sluice.edge.modification;

import static io.sluice.edge.fixture.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.NoServerErrors;
import io.sluice.edge.fixture.SignedClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Giving money back over HTTP. */
@ExtendWith(NoServerErrors.class)
class RefundIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SignedClient client = EdgeFixture.shared().client();

    @Test
    void givesBackAPartAndThenTheRest() {
        JsonNode payment = paid();
        HttpResponse<String> part = refund(payment, 100L, null, newKey());
        assertThat(part.statusCode()).as(part.body()).isEqualTo(201);
        assertThat(text(part, "/state")).isEqualTo("SUCCEEDED");
        assertThat(client.get(part.headers().firstValue("Location").orElseThrow())
                        .body())
                .isEqualTo(part.body());

        HttpResponse<String> rest = refund(payment, null, null, newKey());
        long amount = payment.at("/amount").longValue();
        assertThat(JSON.readTree(rest.body()).at("/amount").longValue()).isEqualTo(amount - 100);
        assertThat(current(payment).at("/refunded_amount").longValue()).isEqualTo(amount);
        assertThat(current(payment).at("/state").stringValue()).isEqualTo("SUCCEEDED");
        assertProblem(refund(payment, null, null, newKey()), 422, "refund_exceeds_payment");
        assertThat(types(payment)).endsWith("refund.created", "refund.succeeded", "refund.created", "refund.succeeded");
        JsonNode listed = JSON.readTree(
                client.get("/v1/refunds?limit=1&payment_id=" + payment.at("/id").stringValue())
                        .body());
        assertThat(listed.at("/data/0/id").stringValue()).isEqualTo(text(rest, "/id"));
        assertThat(listed.at("/next_cursor").isString()).isTrue();
    }

    @Test
    void whatTheChannelRefusesIsFreeAgain() {
        JsonNode payment = paid();
        HttpResponse<String> refused = refund(payment, null, "declined", newKey());
        assertThat(refused.statusCode()).isEqualTo(201);
        assertThat(text(refused, "/state")).isEqualTo("FAILED");
        assertThat(text(refused, "/failure/code")).isEqualTo("declined");
        assertThat(text(refund(payment, null, null, newKey()), "/state")).isEqualTo("SUCCEEDED");
    }

    @Test
    void whatIsInDoubtStaysReserved() {
        JsonNode payment = paid();
        assertThat(text(refund(payment, null, "unknown", newKey()), "/state")).isEqualTo("UNKNOWN");
        HttpResponse<String> second = refund(payment, 1L, null, newKey());
        assertProblem(second, 422, "refund_exceeds_payment");
        assertThat(second.body()).contains("Nothing is left");
        assertThat(current(payment).at("/refund_pending_amount").longValue())
                .isEqualTo(payment.at("/amount").longValue());
    }

    @Test
    void theSameRequestIsAnsweredAgainAndAnotherIsNot() {
        JsonNode payment = paid();
        String key = newKey();
        HttpResponse<String> first = refund(payment, null, null, key);
        HttpResponse<String> again = refund(payment, null, null, key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertProblem(refund(payment, 1L, null, key), 422, "idempotency_key_reused");
    }

    @Test
    void onlyWhatWasPaidIsRefundable() {
        JsonNode waiting = JSON.readTree(client.pay("qr").body());
        assertProblem(refund(waiting, null, null, newKey()), 409, "payment_not_refundable");
        String nobodys = "{\"payment_id\":\"pay_01a1fcd47b3e70008e999aa1e179454c\"}";
        assertProblem(post(nobodys, newKey()), 404, "payment_not_found");
        assertProblem(client.get("/v1/refunds/rfd_01a1fcd47b3e70008e999aa1e179454c"), 404, "refund_not_found");
        assertProblem(post("{\"payment_id\":\"x\"}", newKey()), 400, "field_invalid");
        assertProblem(client.post("/v1/refunds", nobodys), 400, "idempotency_key_missing");
    }

    @Test
    void sixtyFourAtOnceNeverExceedThePayment() {
        JsonNode payment = paid();
        long amount = payment.at("/amount").longValue();
        long part = amount / 20 + 1;
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 64)
                .mapToObj(i -> client.sendAsync(client.signed(
                        "POST", "/v1/refunds", body(payment, part, null), Map.of("Idempotency-Key", newKey()))))
                .toList();
        List<HttpResponse<String>> answers =
                sent.stream().map(CompletableFuture::join).toList();

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 422);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize((int) (amount / part));
        assertThat(current(payment).at("/refunded_amount").longValue()).isEqualTo(amount / part * part);
    }

    private JsonNode paid() {
        return JSON.readTree(client.pay("paid").body());
    }

    private JsonNode current(JsonNode payment) {
        return JSON.readTree(client.get(path(payment)).body());
    }

    private static String path(JsonNode payment) {
        return "/v1/payments/" + payment.at("/id").stringValue();
    }

    private List<String> types(JsonNode payment) {
        return JSON.readTree(client.get(path(payment) + "/events").body())
                .at("/data")
                .valueStream()
                .map(event -> event.at("/type").stringValue())
                .toList();
    }

    private HttpResponse<String> refund(JsonNode payment, Long amount, String reason, String key) {
        return post(body(payment, amount, reason), key);
    }

    private HttpResponse<String> post(String body, String key) {
        return client.post("/v1/refunds", body, "Idempotency-Key", key);
    }

    private static String body(JsonNode payment, Long amount, String reason) {
        var body = JSON.createObjectNode()
                .put("payment_id", payment.at("/id").stringValue())
                .put("amount", amount)
                .put("reason", reason);
        return body.toString();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String text(HttpResponse<String> answer, String pointer) {
        return JSON.readTree(answer.body()).at(pointer).stringValue();
    }
}
