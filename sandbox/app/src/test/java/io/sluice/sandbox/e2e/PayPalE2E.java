package io.sluice.sandbox.e2e;

import static io.sluice.sandbox.e2e.DemoShop.CLIENT;
import static io.sluice.sandbox.e2e.DemoShop.assertBooksAgree;
import static io.sluice.sandbox.e2e.DemoShop.assertSucceeds;
import static io.sluice.sandbox.e2e.DemoShop.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sluice.sandbox.books.LedgerEntry;
import io.sluice.sandbox.client.ServerSentEvent;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.story.PaymentOrder;
import io.sluice.sandbox.story.PaymentTrace;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments that their payers approve at PayPal, from the merchant's request to the books. */
class PayPalE2E {

    @ParameterizedTest
    @CsvSource({"USD, 1500, 74", "JPY, 1500, 94", "KWD, 1500, 134"})
    void thePayerIsSentAwayAndThePaymentIsBookedInItsCurrency(String currency, long minor, long fee) {
        PaymentTrace trace = pay(currency, minor);

        assertThat(trace.state()).isEqualTo("SUCCEEDED");
        ServerSentEvent asked = trace.events().get(1);
        assertThat(Json.text(asked.payment().path("next_action"), "type")).isEqualTo("redirect");
        assertThat(Json.text(asked.payment().path("next_action"), "url")).contains("/checkoutnow?token=");
        assertThat(trace.entries())
                .extracting(LedgerEntry::side, LedgerEntry::amountMinor)
                .containsExactlyInAnyOrder(
                        tuple("DEBIT", minor), tuple("CREDIT", minor), tuple("DEBIT", fee), tuple("CREDIT", fee));
    }

    @Test
    void aRefundGoesBackThroughTheCapture() {
        PaymentTrace trace = pay("USD", 1500);

        assertSucceeds(
                post("/v1/refunds", Json.object().put("payment_id", trace.id()).put("amount", 500)), "/v1/refunds/");
    }

    @Test
    void heldMoneyIsCapturedInPartsAndTheRestReleased() {
        PaymentTrace held = DemoShop.pay(new PaymentOrder(
                "e2e-" + UUID.randomUUID(), 1500, "USD", "paypal", "approved", null, null, /* held= */ true));
        assertThat(held.state()).isEqualTo("AUTHORIZED");

        String captures = "/v1/payments/" + held.id() + "/captures";
        assertSucceeds(post(captures, Json.object().put("amount", 900)), "/v1/captures/");
        assertSucceeds(post(captures, Json.object().put("amount", 100).put("final", true)), "/v1/captures/");

        assertThat(Json.text(CLIENT.get("/v1/payments/" + held.id()), "state")).isEqualTo("SUCCEEDED");
        assertBooksAgree();
    }

    private static PaymentTrace pay(String currency, long minor) {
        return DemoShop.pay(
                new PaymentOrder("e2e-" + UUID.randomUUID(), minor, currency, "paypal", "approved", null, null));
    }
}
