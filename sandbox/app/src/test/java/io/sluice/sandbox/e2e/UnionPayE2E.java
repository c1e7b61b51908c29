package io.sluice.sandbox.e2e;

import static io.sluice.sandbox.e2e.DemoShop.CLIENT;
import static io.sluice.sandbox.e2e.DemoShop.assertBooksAgree;
import static io.sluice.sandbox.e2e.DemoShop.assertSucceeds;
import static io.sluice.sandbox.e2e.DemoShop.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.story.PaymentOrder;
import io.sluice.sandbox.story.PaymentRun;
import io.sluice.sandbox.story.PaymentTrace;
import io.sluice.sandbox.story.PaymentWatcher;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Payments that the payer's browser brings to UnionPay, from the merchant's request to the books. */
class UnionPayE2E {

    @Test
    void thePayersBrowserPostsAForm() {
        PaymentTrace trace = pay(/* held= */ false);

        assertThat(trace.state()).isEqualTo("SUCCEEDED");
        assertThat(trace.events()).anySatisfy(event -> {
            JsonNode action = event.payment().path("next_action");
            assertThat(Json.text(action, "type")).isEqualTo("form_post");
            assertThat(Json.text(action, "url")).endsWith("/gateway/api/frontTransReq.do");
            assertThat(Json.text(action.path("fields"), "txnAmt")).isEqualTo("1500");
        });
        assertThat(trace.entries()).hasSize(4);
    }

    @Test
    void heldMoneyIsCapturedOnceAndRefunded() {
        PaymentTrace held = pay(/* held= */ true);
        assertThat(held.state()).isEqualTo("AUTHORIZED");

        assertSucceeds(post("/v1/payments/" + held.id() + "/captures", Json.object().put("amount", 900)), "/v1/captures/");
        assertSucceeds(post("/v1/refunds", Json.object().put("payment_id", held.id()).put("amount", 400)), "/v1/refunds/");
        assertBooksAgree();
    }

    @Test
    void heldMoneyIsLetGoOf() {
        PaymentTrace held = pay(/* held= */ true);

        assertSucceeds(post("/v1/payments/" + held.id() + "/void", Json.object()), "/v1/voids/");
        assertThat(Json.text(CLIENT.get("/v1/payments/" + held.id()), "state")).isEqualTo("REVERSED");
    }

    @Test
    void aRefundGoesBackAndTheBooksAgree() {
        PaymentTrace paid = pay(/* held= */ false);

        assertSucceeds(post("/v1/refunds", Json.object().put("payment_id", paid.id()).put("amount", 500)), "/v1/refunds/");
        assertBooksAgree();
    }

    private static PaymentTrace pay(boolean held) {
        var order = new PaymentOrder(
                "e2e-" + UUID.randomUUID(), 1500, "CNY", "unionpay_gateway", "approved", null, null, held);
        return new PaymentRun(SandboxFixture.place(), PaymentWatcher.SILENT).pay(order, Duration.ofSeconds(60));
    }
}
