package io.sluice.sandbox.e2e;

import static io.sluice.sandbox.e2e.DemoShop.CLIENT;
import static io.sluice.sandbox.e2e.DemoShop.assertBooksAgree;
import static io.sluice.sandbox.e2e.DemoShop.assertSucceeds;
import static io.sluice.sandbox.e2e.DemoShop.held;
import static io.sluice.sandbox.e2e.DemoShop.order;
import static io.sluice.sandbox.e2e.DemoShop.pay;
import static io.sluice.sandbox.e2e.DemoShop.post;
import static io.sluice.sandbox.e2e.DemoShop.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.story.PaymentTrace;
import io.sluice.sandbox.story.SandboxAgreement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Payments by agreement, from the merchant's request to UnionPay and the books. */
class AgreedPaymentE2E {
    private static final String METHOD = "unionpay_agreement";

    @Test
    void thePayerIsChargedWithoutBeingAsked() {
        PaymentTrace trace = pay(order(METHOD, "approved"));

        assertThat(trace.state()).isEqualTo("SUCCEEDED");
        assertThat(trace.events())
                .allMatch(event -> event.payment().path("next_action").isNull());
        assertThat(trace.entries()).hasSize(4);
        JsonNode payment = CLIENT.get("/v1/payments/" + trace.id());
        assertThat(Json.text(CLIENT.get("/v1/agreements/" + Json.text(payment, "agreement")), "state"))
                .isEqualTo("ACTIVE");
        assertSucceeds(
                post("/v1/refunds", Json.object().put("payment_id", trace.id()).put("amount", 500)), "/v1/refunds/");
        assertBooksAgree();
    }

    @Test
    void heldMoneyIsCapturedOrLetGoOf() {
        PaymentTrace captured = pay(held(METHOD));
        assertThat(captured.state()).isEqualTo("AUTHORIZED");
        assertSucceeds(
                post(
                        "/v1/payments/" + captured.id() + "/captures",
                        Json.object().put("amount", 900)),
                "/v1/captures/");

        PaymentTrace letGo = pay(held(METHOD));
        assertSucceeds(post("/v1/payments/" + letGo.id() + "/void", Json.object()), "/v1/voids/");
        assertThat(Json.text(CLIENT.get("/v1/payments/" + letGo.id()), "state")).isEqualTo("REVERSED");
    }

    @Test
    void whatIsRevokedMeanwhileIsNotUndone() {
        String agreement = SandboxAgreement.forMethod(CLIENT, METHOD).orElseThrow();
        JsonNode underWay = post("/v1/payments", wanted("late").put("agreement", agreement));
        assertThat(Json.text(SandboxAgreement.revoke(CLIENT, agreement), "state"))
                .isEqualTo("REVOKED");

        SandboxFixture.eventually(Duration.ofSeconds(60), () -> state(underWay).equals("SUCCEEDED"));
        assertThat(state(underWay)).isEqualTo("SUCCEEDED");
        assertRefused(wanted("approved").put("agreement", agreement), "agreement_unusable");
    }

    @Test
    void onlyAnActiveAgreementOfTheMerchantsOwnIsCharged() {
        assertRefused(wanted("approved"), "agreement_required");
        assertRefused(wanted("approved").put("agreement", "agr_" + "0".repeat(32)), "agreement_unknown");
        String pending = Json.text(
                SandboxAgreement.sign(
                        CLIENT, METHOD, SandboxAgreement.CARD, SandboxAgreement.EXPIRY, SandboxAgreement.PHONE),
                "id");
        assertRefused(wanted("approved").put("agreement", pending), "agreement_unusable");
        assertRefused(
                wanted("approved").put("method", "wechat_native").put("agreement", pending), "agreement_unexpected");
        assertThat(send("/v1/payments", wanted("approved").put("agreement", "mine"))
                        .statusCode())
                .isEqualTo(400);
    }

    private static void assertRefused(JsonNode wanted, String code) {
        var answer = send("/v1/payments", wanted);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode problem = Json.read(answer.body());
        assertThat(Json.text(problem, "code")).isEqualTo(code);
        assertThat(Json.text(problem, "field")).isEqualTo("agreement");
    }

    private static ObjectNode wanted(String outcome) {
        return Json.object()
                .put("merchant_order_no", "agreed-" + UUID.randomUUID())
                .put("amount", 1500)
                .put("currency", "CNY")
                .put("method", METHOD)
                .put("description", "A cup of tea outcome=" + outcome);
    }

    private static String state(JsonNode payment) {
        return Json.text(CLIENT.get("/v1/payments/" + Json.text(payment, "id")), "state");
    }
}
