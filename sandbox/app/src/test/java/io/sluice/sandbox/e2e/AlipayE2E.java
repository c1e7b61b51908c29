package io.sluice.sandbox.e2e;

import static io.sluice.sandbox.e2e.DemoShop.assertBooksAgree;
import static io.sluice.sandbox.e2e.DemoShop.assertSucceeds;
import static io.sluice.sandbox.e2e.DemoShop.order;
import static io.sluice.sandbox.e2e.DemoShop.pay;
import static io.sluice.sandbox.e2e.DemoShop.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.story.PaymentTrace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments by Alipay, from the merchant's request to the books. */
class AlipayE2E {

    @ParameterizedTest
    @CsvSource({"alipay_qr, qr_code", "alipay_page, redirect", "alipay_wap, redirect"})
    void thePayerIsShownWhereToPay(String method, String action) {
        PaymentTrace trace = pay(order(method, "approved"));

        assertThat(trace.state()).isEqualTo("SUCCEEDED");
        assertThat(trace.events())
                .anySatisfy(event -> assertThat(Json.text(event.payment().path("next_action"), "type"))
                        .isEqualTo(action));
        assertThat(trace.entries()).hasSize(4);
    }

    @Test
    void aRefundGoesBackAndTheBooksAgree() {
        PaymentTrace paid = pay(order("alipay_code", "approved"));

        var refund = Json.object().put("payment_id", paid.id()).put("amount", 500);
        assertSucceeds(post("/v1/refunds", refund), "/v1/refunds/");
        assertBooksAgree();
    }
}
