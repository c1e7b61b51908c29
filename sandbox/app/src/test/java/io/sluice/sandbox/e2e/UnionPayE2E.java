package io.sluice.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.story.PaymentOrder;
import io.sluice.sandbox.story.PaymentRun;
import io.sluice.sandbox.story.PaymentTrace;
import io.sluice.sandbox.story.PaymentWatcher;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Payments that the payer's browser brings to UnionPay, from the merchant's request to the books. */
class UnionPayE2E {

    private static final MerchantClient CLIENT = MerchantClient.of(SandboxFixture.place());

    @Test
    void thePayersBrowserPostsAForm() {
        PaymentTrace trace = pay("approved", null, /* held= */ false);

        assertThat(trace.state()).isEqualTo("SUCCEEDED");
        assertThat(trace.events()).anySatisfy(event -> {
            JsonNode action = event.payment().path("next_action");
            assertThat(Json.text(action, "type")).isEqualTo("form_post");
            assertThat(Json.text(action, "url")).endsWith("/gateway/api/frontTransReq.do");
            assertThat(Json.text(action.path("fields"), "txnAmt")).isEqualTo("1500");
        });
        assertThat(trace.entries()).hasSize(4);
    }

    /** Whatever happens on the way, the payer has paid, and was charged once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "silent",
                "duplicate",
                "out-of-order",
                "probe",
                "wrong-amount",
                "timeout-charged",
                "charged-late",
                "error-after",
                "garbage",
                "late"
            })
    void whatThePayerHasPaidSucceedsOnce(String outcome) {
        PaymentTrace trace = pay(outcome, null, /* held= */ false);

        assertThat(trace.state()).isEqualTo("SUCCEEDED");
        assertThat(trace.entries()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"declined", "insufficient-funds"})
    void whatTheBankRefusesFails(String outcome) {
        PaymentTrace trace = pay(outcome, null, /* held= */ false);

        assertThat(trace.state()).isEqualTo("FAILED");
        assertThat(trace.entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "timeout-not-charged"})
    void whatNobodyPaysInTimeCloses(String outcome) {
        PaymentTrace trace = pay(outcome, 10, /* held= */ false);

        assertThat(trace.state()).isEqualTo("CLOSED");
        assertThat(trace.entries()).isEmpty();
    }

    @Test
    void whatComesAfterTheTimeIsOverIsGivenBack() {
        PaymentTrace trace = pay("paid-after-close", 10, /* held= */ false);

        assertThat(trace.state()).isEqualTo("REVERSED");
        assertBooksAgree();
    }

    @Test
    void heldMoneyIsCapturedOnceAndRefunded() {
        PaymentTrace held = pay("approved", null, /* held= */ true);
        assertThat(held.state()).isEqualTo("AUTHORIZED");

        ended(post("/v1/payments/" + held.id() + "/captures", Json.object().put("amount", 900)), "/v1/captures/");
        ended(post("/v1/refunds", Json.object().put("payment_id", held.id()).put("amount", 400)), "/v1/refunds/");
        assertBooksAgree();
    }

    @Test
    void heldMoneyIsLetGoOf() {
        PaymentTrace held = pay("approved", null, /* held= */ true);

        ended(post("/v1/payments/" + held.id() + "/void", Json.object()), "/v1/voids/");
        assertThat(Json.text(CLIENT.get("/v1/payments/" + held.id()), "state")).isEqualTo("REVERSED");
    }

    @Test
    void aRefundGoesBackAndTheBooksAgree() {
        PaymentTrace paid = pay("approved", null, /* held= */ false);

        ended(post("/v1/refunds", Json.object().put("payment_id", paid.id()).put("amount", 500)), "/v1/refunds/");
        assertBooksAgree();
    }

    private static void assertBooksAgree() {
        assertThat(SandboxFixture.settled(Duration.ofSeconds(60)).findings())
                .allSatisfy(finding ->
                        assertThat(finding.differences()).as(finding.rule()).isEmpty());
    }

    private static JsonNode post(String path, JsonNode body) {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return MerchantClient.accepted(CLIENT.send(CLIENT.signed("POST", path, headers, Json.write(body))));
    }

    private static void ended(JsonNode made, String path) {
        String url = path + Json.text(made, "id");
        SandboxFixture.eventually(
                Duration.ofSeconds(30),
                () -> Json.text(CLIENT.get(url), "state").equals("SUCCEEDED"));
        assertThat(Json.text(CLIENT.get(url), "state")).isEqualTo("SUCCEEDED");
    }

    private static PaymentTrace pay(String outcome, @Nullable Integer expiresInSeconds, boolean held) {
        var order = new PaymentOrder(
                "e2e-" + UUID.randomUUID(), 1500, "CNY", "unionpay_gateway", outcome, null, expiresInSeconds, held);
        return new PaymentRun(SandboxFixture.place(), PaymentWatcher.SILENT).pay(order, Duration.ofSeconds(60));
    }
}
