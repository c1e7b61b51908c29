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

import io.sluice.sandbox.books.CheckerSources;
import io.sluice.sandbox.books.Verification;
import io.sluice.sandbox.checker.Checker;
import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.client.ServerSentEvent;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.story.PaymentTrace;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Payments by card at a bank's host, from the merchant's request to the books. */
class BankE2E {

    @Test
    void heldMoneyIsCapturedAndRefunded() {
        PaymentTrace held = pay(held("card"));
        assertThat(held.state()).isEqualTo("AUTHORIZED");

        assertSucceeds(
                post("/v1/payments/" + held.id() + "/captures", Json.object().put("amount", 900)), "/v1/captures/");
        assertSucceeds(
                post("/v1/refunds", Json.object().put("payment_id", held.id()).put("amount", 400)), "/v1/refunds/");
        assertBooksAgree();
    }

    /** The bank releases the rest with the only capture, and holds all of it again when that is voided. */
    @Test
    void heldMoneyIsCapturedOnce() {
        String payment = "/v1/payments/" + pay(held("card")).id();

        JsonNode capture = post(payment + "/captures", Json.object().put("amount", 900));
        assertSucceeds(capture, "/v1/captures/");
        assertThat(capture.path("final").booleanValue()).isTrue();
        assertStands(payment, "SUCCEEDED", 900, 600);
        assertThat(send(payment + "/void", Json.object()).body()).contains("payment_not_voidable", "captures once");
        assertThat(send(payment + "/captures", Json.object()).body()).contains("payment_not_capturable", "released");
        assertBooksAgree();

        assertSucceeds(post("/v1/captures/" + Json.text(capture, "id") + "/void", Json.object()), "/v1/voids/");
        assertStands(payment, "AUTHORIZED", 0, 0);
        assertBooksAgree();

        assertSucceeds(post(payment + "/captures", Json.object().put("amount", 500)), "/v1/captures/");
        assertStands(payment, "SUCCEEDED", 500, 1000);
        assertBooksAgree();
    }

    private static void assertStands(String payment, String state, int captured, int released) {
        JsonNode read = CLIENT.get(payment);
        assertThat(Json.text(read, "state")).isEqualTo(state);
        assertThat(read.path("captured_amount").intValue()).isEqualTo(captured);
        assertThat(read.path("released_amount").intValue()).isEqualTo(released);
    }

    /** On its day: on the next the gateway refuses, and says that it is to be refunded. */
    @Test
    void aPurchaseIsUndone() {
        PaymentTrace paid = pay(order("card", "approved"));
        String payment = "/v1/payments/" + paid.id();

        assertSucceeds(post(payment + "/void", Json.object()), "/v1/voids/");
        assertStands(payment, "REVERSED", 0, 1500);
        assertThat(Json.text(CLIENT.get(payment).at("/attempts/0"), "code")).isEqualTo("voided");
        assertThat(send(payment + "/void", Json.object()).body()).contains("payment_not_voidable");
        assertThat(send("/v1/refunds", Json.object().put("payment_id", paid.id()))
                        .body())
                .contains("payment_not_refundable");
        assertBooksAgree();
        assertThat(checked()).isEmpty();
    }

    @Test
    void theBankTellsTheBalanceOfTheMerchantsOwnAccount() {
        JsonNode attempt = CLIENT.get(
                        "/v1/payments/" + pay(order("card", "approved")).id())
                .at("/attempts/0");
        JsonNode balance = CLIENT.get("/v1/channels/" + Json.text(attempt, "channel_account") + "/balance");

        assertThat(balance.path("available").longValue()).isEqualTo(100_000);
        assertThat(Json.text(balance, "currency")).isEqualTo("CNY");
        assertThat(Json.text(balance, "channel")).isEqualTo("bank");
    }

    @Test
    void heldMoneyIsLetGoOf() {
        PaymentTrace held = pay(held("card"));

        assertSucceeds(post("/v1/payments/" + held.id() + "/void", Json.object()), "/v1/voids/");
        assertThat(Json.text(CLIENT.get("/v1/payments/" + held.id()), "state")).isEqualTo("REVERSED");
    }

    /** The bank confirms that it took the payment back, and answers "approved" then: its book has no charge. */
    @Test
    void twoOperatorsFindThatNothingCame() {
        PaymentTrace late = pay(order("card", "charged-late"));

        assertThat(late.state()).isEqualTo("CONFLICTED");
        assertThat(late.events().stream().map(ServerSentEvent::state)).containsSubsequence("FAILED", "CONFLICTED");
        var waiting = Verification.of(SandboxFixture.place());
        assertThat(waiting.holds())
                .as("it waits for people: " + waiting.findings())
                .isTrue();
        assertThat(waiting.waiting())
                .filteredOn(one -> one.payment().equals(late.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.toString())
                        .contains("bank had said of att_", "that it is REVERSED", "no charge", "decide nothing_came"));
        assertThat(checked()).as("while it waits").isEmpty();

        decide(new Management(SandboxFixture.place()), late, "proposed");
        decide(Management.second(SandboxFixture.place()), late, "decided");

        JsonNode decided = CLIENT.get("/v1/payments/" + late.id());
        assertThat(Json.text(decided, "state")).isEqualTo("REVERSED");
        assertThat(decided.path("conflicted_amount").asLong()).isZero();
        assertThat(Json.text(decided.at("/attempts/0"), "state")).isEqualTo("REVERSED");
        assertThat(Json.text(decided.at("/attempts/0"), "code")).isEqualTo("nothing_came");
        assertBooksAgree();
        assertThat(checked()).isEmpty();
    }

    private static void decide(Management operator, PaymentTrace payment, String status) {
        var answer = operator.post(
                "/admin/payments/" + payment.id() + "/decisions",
                Json.object().put("decision", "nothing_came").put("evidence", "the bank's book has it as reversed"));
        assertThat(Json.text(answer, "status")).isEqualTo(status);
    }

    private static List<String> checked() {
        return Checker.check(CheckerSources.of(SandboxFixture.place(), null)).stream()
                .flatMap(finding -> finding.violations().stream())
                .toList();
    }
}
