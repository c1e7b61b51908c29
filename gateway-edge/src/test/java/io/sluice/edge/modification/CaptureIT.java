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

/** Holding money, collecting it and letting go of it over HTTP. */
@ExtendWith(NoServerErrors.class)
class CaptureIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long HELD = 1500;

    private final SignedClient client = EdgeFixture.shared().client();

    @Test
    void holdsAndCapturesInParts() {
        String payment = held();
        assertThat(text(current(payment), "/state")).isEqualTo("AUTHORIZED");
        assertThat(text(current(payment), "/charge_safety")).isEqualTo("safe");
        assertThat(text(current(payment), "/attempts/0/advice")).isEqualTo("capture");
        assertThat(minor(payment, "authorized_amount")).isEqualTo(HELD);

        HttpResponse<String> part = capture(payment, "{\"amount\":500}");
        assertThat(part.statusCode()).as(part.body()).isEqualTo(201);
        assertThat(client.get(part.headers().firstValue("Location").orElseThrow())
                        .body())
                .isEqualTo(part.body());
        assertThat(text(current(payment), "/state")).isEqualTo("PARTIALLY_CAPTURED");
        HttpResponse<String> over = capture(payment, "{\"amount\":1001}");
        assertProblem(over, 422, "capture_exceeds_authorization");
        assertThat(over.body()).contains("No more than 1000 is left", "\"field\":\"amount\"");
        assertThat(JSON.readTree(capture(payment, "").body()).at("/final").booleanValue())
                .isTrue();
        assertThat(text(current(payment), "/state")).isEqualTo("SUCCEEDED");
        assertThat(minor(payment, "captured_amount")).isEqualTo(HELD);
        assertProblem(capture(payment, ""), 409, "payment_not_capturable");
        JsonNode listed = JSON.readTree(
                client.get("/v1/captures?limit=1&payment_id=" + payment).body());
        assertThat(listed.at("/data").size()).isEqualTo(1);
        assertThat(listed.at("/next_cursor").isString()).isTrue();
        assertThat(types(payment))
                .containsExactly(
                        "payment.created",
                        "payment.authorized",
                        "capture.created",
                        "capture.succeeded",
                        "payment.partially_captured",
                        "capture.created",
                        "capture.succeeded",
                        "payment.succeeded");
    }

    @Test
    void theFinalCaptureOrAVoidEndsIt() {
        String last = held();
        capture(last, "{\"amount\":700,\"final\":true}");
        assertThat(text(current(last), "/state")).isEqualTo("SUCCEEDED");
        assertProblem(release(last), 409, "payment_not_voidable");

        String all = held();
        HttpResponse<String> released = release(all);
        assertThat(released.statusCode()).as(released.body()).isEqualTo(201);
        assertThat(client.get(released.headers().firstValue("Location").orElseThrow())
                        .body())
                .isEqualTo(released.body());
        assertThat(text(current(all), "/state")).isEqualTo("REVERSED");
        assertThat(text(current(all), "/charge_safety")).isEqualTo("safe");
    }

    @Test
    void whatIsInDoubtStaysReservedAndNothingEndsBesideIt() {
        String payment = held();
        assertThat(text(JSON.readTree(capture(payment, "{\"amount\":13}").body()), "/state"))
                .isEqualTo("UNKNOWN");
        assertThat(minor(payment, "capture_pending_amount")).isEqualTo(13);
        assertThat(text(current(payment), "/charge_safety")).isEqualTo("in_doubt");
        assertProblem(release(payment), 409, "capture_under_way");
        assertProblem(capture(payment, "{\"final\":true}"), 409, "capture_under_way");
        assertThat(capture(payment, "{\"amount\":14}").body()).contains("FAILED", "LAPSED");
        assertThat(capture(payment, "").statusCode())
                .as("all the rest is no end")
                .isEqualTo(201);
        assertThat(text(current(payment), "/state")).isEqualTo("PARTIALLY_CAPTURED");
    }

    @Test
    void aCaptureIsVoidedOrRefunded() {
        String payment = held();
        String first = text(JSON.readTree(capture(payment, "{\"amount\":500}").body()), "/id");
        String second = text(JSON.readTree(capture(payment, "{\"amount\":15}").body()), "/id");
        assertProblem(refund(payment, null, 1), 422, "capture_id_invalid");
        assertProblem(refund(payment, second, 16), 422, "refund_exceeds_payment");
        assertThat(text(JSON.readTree(undo(second).body()), "/state"))
                .as("it is settled")
                .isEqualTo("FAILED");
        assertThat(text(JSON.readTree(refund(payment, second, 15).body()), "/capture_id"))
                .isEqualTo(second);
        assertProblem(undo(second), 409, "capture_not_voidable");
        JsonNode undone = JSON.readTree(undo(first).body());
        assertThat(text(undone, "/state")).isEqualTo("SUCCEEDED");
        assertThat(text(undone, "/capture_id")).isEqualTo(first);
        assertThat(minor(payment, "captured_amount")).isEqualTo(15);
        assertThat(minor(payment, "refunded_amount")).isEqualTo(15);
        assertProblem(client.get("/v1/captures/" + text(undone, "/id")), 404, "capture_not_found");
    }

    @Test
    void theSameRequestIsAnsweredAgainAndAnotherIsNot() {
        String payment = held();
        String path = "/v1/payments/" + payment + "/captures";
        String key = newKey();
        HttpResponse<String> first = client.post(path, "{\"amount\":100}", "Idempotency-Key", key);
        HttpResponse<String> again = client.post(path, "{\"amount\":100}", "Idempotency-Key", key);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertProblem(client.post(path, "{\"amount\":101}", "Idempotency-Key", key), 422, "idempotency_key_reused");
        assertProblem(client.post(path, "{}"), 400, "idempotency_key_missing");
        assertThat(minor(payment, "captured_amount")).isEqualTo(100);
    }

    @Test
    void whatCannotHoldIsRefused() {
        HttpResponse<String> refused = pay("tea", "scripted_now");
        assertProblem(refused, 422, "capture_method_unsupported");
        assertThat(refused.body()).contains("\"field\":\"capture_method\"", "scripted_now");
        assertThat(text(JSON.readTree(pay("declined", "scripted_pay").body()), "/state"))
                .isEqualTo("FAILED");
        String collected = text(JSON.readTree(client.pay("paid").body()), "/id");
        assertProblem(capture(collected, ""), 409, "payment_not_capturable");
        assertThat(minor(collected, "captured_amount")).isEqualTo(HELD);
    }

    @Test
    void sixtyFourAtOnceNeverExceedTheAuthorization() {
        String payment = held();
        List<HttpResponse<String>> answers =
                atOnce(i -> "/v1/payments/" + payment + "/captures", i -> "{\"amount\":40}");
        assertThat(answers).allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 422);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize((int) (HELD / 40));
        assertThat(minor(payment, "captured_amount")).isEqualTo(HELD / 40 * 40);
    }

    @Test
    void sixtyFourCapturesVoidsAndRefundsAddUp() {
        String payment = held();
        String first = text(JSON.readTree(capture(payment, "{\"amount\":200}").body()), "/id");
        List<HttpResponse<String>> answers = atOnce(
                i -> switch (i % 4) {
                    case 0, 1 -> "/v1/payments/" + payment + "/captures";
                    case 2 -> "/v1/refunds";
                    default -> i % 8 == 3 ? "/v1/captures/" + first + "/void" : "/v1/payments/" + payment + "/void";
                },
                i -> switch (i % 4) {
                    case 0, 1 -> "{\"amount\":60}";
                    case 2 -> "{\"payment_id\":\"" + payment + "\",\"capture_id\":\"" + first + "\",\"amount\":30}";
                    default -> "{}";
                });
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .allMatch(status -> status == 201 || status == 409 || status == 422);
        long captured = done("captures", payment) - undone(payment);
        assertThat(minor(payment, "captured_amount")).isEqualTo(captured).isBetween(0L, HELD);
        assertThat(minor(payment, "refunded_amount"))
                .isEqualTo(done("refunds", payment))
                .isBetween(0L, captured);
        assertThat(minor(payment, "capture_pending_amount")).isZero();
        assertThat(minor(payment, "refund_pending_amount")).isZero();
    }

    // ---------------------------------------------------------------------------------------------------------------

    private List<HttpResponse<String>> atOnce(
            java.util.function.IntFunction<String> path, java.util.function.IntFunction<String> body) {
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 64)
                .mapToObj(i -> client.sendAsync(
                        client.signed("POST", path.apply(i), body.apply(i), Map.of("Idempotency-Key", newKey()))))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private long done(String what, String payment) {
        return list(what, payment)
                .valueStream()
                .filter(one -> text(one, "/state").equals("SUCCEEDED"))
                .mapToLong(one -> one.at("/amount").longValue())
                .sum();
    }

    private long undone(String payment) {
        return list("voids", payment)
                .valueStream()
                .filter(one -> text(one, "/state").equals("SUCCEEDED")
                        && one.at("/capture_id").isString())
                .mapToLong(one -> one.at("/amount").longValue())
                .sum();
    }

    private JsonNode list(String what, String payment) {
        return JSON.readTree(client.get("/v1/" + what + "?limit=100&payment_id=" + payment)
                        .body())
                .at("/data");
    }

    private String held() {
        HttpResponse<String> held = pay("tea", "scripted_pay");
        assertThat(held.statusCode()).as(held.body()).isEqualTo(201);
        return text(JSON.readTree(held.body()), "/id");
    }

    private HttpResponse<String> pay(String description, String method) {
        var body = JSON.createObjectNode()
                .put("merchant_order_no", "o-1")
                .put("amount", HELD)
                .put("currency", "CNY")
                .put("method", method)
                .put("capture_method", "manual")
                .put("description", description);
        return client.post("/v1/payments", body.toString(), "Idempotency-Key", newKey());
    }

    private HttpResponse<String> capture(String payment, String body) {
        return client.post("/v1/payments/" + payment + "/captures", body, "Idempotency-Key", newKey());
    }

    private HttpResponse<String> release(String payment) {
        return client.post("/v1/payments/" + payment + "/void", "", "Idempotency-Key", newKey());
    }

    private HttpResponse<String> undo(String capture) {
        return client.post("/v1/captures/" + capture + "/void", "", "Idempotency-Key", newKey());
    }

    private HttpResponse<String> refund(String payment, String capture, long amount) {
        var body = JSON.createObjectNode()
                .put("payment_id", payment)
                .put("capture_id", capture)
                .put("amount", amount);
        return client.post("/v1/refunds", body.toString(), "Idempotency-Key", newKey());
    }

    private JsonNode current(String payment) {
        return JSON.readTree(client.get("/v1/payments/" + payment).body());
    }

    private long minor(String payment, String field) {
        return current(payment).at("/" + field).longValue();
    }

    private List<String> types(String payment) {
        return JSON.readTree(client.get("/v1/payments/" + payment + "/events").body())
                .at("/data")
                .valueStream()
                .map(event -> event.at("/type").stringValue())
                .toList();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).stringValue();
    }
}
