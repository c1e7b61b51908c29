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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments by Alipay, from the merchant's request to the books. */
class AlipayE2E {
    private static final MerchantClient CLIENT = MerchantClient.of(SandboxFixture.place());

    @ParameterizedTest
    @CsvSource({"alipay_qr, qr_code", "alipay_page, redirect", "alipay_wap, redirect"})
    void thePayerIsShownWhereToPay(String method, String action) {
        PaymentTrace trace = pay(method, "approved", null);
        assertThat(trace.state()).isEqualTo("SUCCEEDED");
        assertThat(trace.events())
                .anySatisfy(event -> assertThat(Json.text(event.payment().path("next_action"), "type"))
                        .isEqualTo(action));
        assertThat(trace.entries()).hasSize(4);
    }

    /** Whatever happens on the way, the payer has paid, and was charged once. */
    @ParameterizedTest
    @CsvSource({
        "alipay_code, approved",
        "alipay_code, waiting",
        "alipay_code, error-after",
        "alipay_code, garbage",
        "alipay_code, timeout-charged",
        "alipay_qr, silent",
        "alipay_qr, duplicate",
        "alipay_qr, out-of-order",
        "alipay_qr, probe",
        "alipay_qr, wrong-amount"
    })
    void whatThePayerHasPaidSucceedsOnce(String method, String outcome) {
        PaymentTrace trace = pay(method, outcome, null);
        assertThat(trace.state()).isEqualTo("SUCCEEDED");
        assertThat(trace.entries()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"declined", "timeout-not-charged"})
    void aCodeThatNobodyPaidWithFails(String outcome) {
        PaymentTrace trace = pay("alipay_code", outcome, null);
        assertThat(trace.state()).isEqualTo("FAILED");
        assertThat(trace.entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "declined"})
    void whatNobodyPaysInTimeCloses(String outcome) {
        PaymentTrace trace = pay("alipay_qr", outcome, 10);
        assertThat(trace.state()).isEqualTo("CLOSED");
        assertThat(trace.entries()).isEmpty();
    }

    @Test
    void aRefundGoesBackAndTheBooksAgree() {
        PaymentTrace paid = pay("alipay_code", "approved", null);
        var body = Json.object().put("payment_id", paid.id()).put("amount", 500);
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var made =
                MerchantClient.accepted(CLIENT.send(CLIENT.signed("POST", "/v1/refunds", headers, Json.write(body))));
        String url = "/v1/refunds/" + Json.text(made, "id");
        SandboxFixture.eventually(
                Duration.ofSeconds(30),
                () -> Json.text(CLIENT.get(url), "state").equals("SUCCEEDED"));
        assertThat(Json.text(CLIENT.get(url), "state")).isEqualTo("SUCCEEDED");
        assertThat(SandboxFixture.settled(Duration.ofSeconds(60)).findings())
                .allSatisfy(finding ->
                        assertThat(finding.differences()).as(finding.rule()).isEmpty());
    }

    private static PaymentTrace pay(String method, String outcome, @Nullable Integer expiresInSeconds) {
        var order = new PaymentOrder("e2e-" + UUID.randomUUID(), 1500, "CNY", method, outcome, null, expiresInSeconds);
        return new PaymentRun(SandboxFixture.place(), PaymentWatcher.SILENT).pay(order, Duration.ofSeconds(60));
    }
}
