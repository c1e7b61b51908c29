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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments by Alipay, from the merchant's request to the books. */
class AlipayE2E {
    private static final MerchantClient CLIENT = MerchantClient.of(SandboxFixture.place());

    @ParameterizedTest
    @CsvSource({"alipay_qr, qr_code", "alipay_page, redirect", "alipay_wap, redirect"})
    void thePayerIsShownWhereToPay(String method, String action) {
        PaymentTrace trace = pay(method);
        assertThat(trace.state()).isEqualTo("SUCCEEDED");
        assertThat(trace.events())
                .anySatisfy(event -> assertThat(Json.text(event.payment().path("next_action"), "type"))
                        .isEqualTo(action));
        assertThat(trace.entries()).hasSize(4);
    }

    @Test
    void aRefundGoesBackAndTheBooksAgree() {
        PaymentTrace paid = pay("alipay_code");
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

    private static PaymentTrace pay(String method) {
        var order = new PaymentOrder("e2e-" + UUID.randomUUID(), 1500, "CNY", method, "approved", null, null);
        return new PaymentRun(SandboxFixture.place(), PaymentWatcher.SILENT).pay(order, Duration.ofSeconds(60));
    }
}
