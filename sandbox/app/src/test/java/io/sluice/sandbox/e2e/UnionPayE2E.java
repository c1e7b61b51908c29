package io.sluice.sandbox.e2e;

import static io.sluice.sandbox.e2e.DemoShop.CLIENT;
import static io.sluice.sandbox.e2e.DemoShop.assertBooksAgree;
import static io.sluice.sandbox.e2e.DemoShop.assertSucceeds;
import static io.sluice.sandbox.e2e.DemoShop.held;
import static io.sluice.sandbox.e2e.DemoShop.order;
import static io.sluice.sandbox.e2e.DemoShop.pay;
import static io.sluice.sandbox.e2e.DemoShop.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.story.PaymentTrace;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Payments that the payer's browser brings to UnionPay, from the merchant's request to the books. */
class UnionPayE2E {

    @Test
    void thePayersBrowserPostsAForm() {
        PaymentTrace trace = pay(order("unionpay_gateway", "approved"));

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
        PaymentTrace held = pay(held("unionpay_gateway"));
        assertThat(held.state()).isEqualTo("AUTHORIZED");

        assertSucceeds(
                post("/v1/payments/" + held.id() + "/captures", Json.object().put("amount", 900)), "/v1/captures/");
        assertSucceeds(
                post("/v1/refunds", Json.object().put("payment_id", held.id()).put("amount", 400)), "/v1/refunds/");
        assertBooksAgree();
    }

    @Test
    void heldMoneyIsLetGoOf() {
        PaymentTrace held = pay(held("unionpay_gateway"));

        assertSucceeds(post("/v1/payments/" + held.id() + "/void", Json.object()), "/v1/voids/");
        assertThat(Json.text(CLIENT.get("/v1/payments/" + held.id()), "state")).isEqualTo("REVERSED");
    }

    @Test
    void aRefundGoesBackAndTheBooksAgree() {
        PaymentTrace paid = pay(order("unionpay_gateway", "approved"));

        assertSucceeds(
                post("/v1/refunds", Json.object().put("payment_id", paid.id()).put("amount", 500)), "/v1/refunds/");
        assertBooksAgree();
    }
}
