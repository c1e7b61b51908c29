package io.sluice.sandbox.simulators.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.simulators.paypal.RawClient.Reply;
import io.sluice.sandbox.simulators.paypal.model.Outcome;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the interface, over the wire. */
class RulesTest {
    private static final String ORDERS = "/v2/checkout/orders";
    private static final String AUTHORIZATIONS = "/v2/payments/authorizations/";
    private static final String CAPTURES = "/v2/payments/captures/";

    private SimulatorConfig config;
    private PayPalSimulator simulator;
    private RawClient client;

    @BeforeEach
    void start(@TempDir Path folder) {
        config = SimulatorConfig.in(folder).withPayer(Outcome.NEVER, Duration.ofMillis(20));
        open();
    }

    private void open() {
        simulator = PayPalSimulator.start(config);
        client = new RawClient(simulator);
        client.login();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static String order(String intent, String number, String currency, String value) {
        return """
                {"intent":"%s","purchase_units":[{"custom_id":"%s","amount":{"currency_code":"%s","value":"%s"}}]}""".formatted(intent, number, currency, value);
    }

    private static String money(String value) {
        return "{\"amount\":{\"currency_code\":\"USD\",\"value\":\"" + value + "\"}}";
    }

    private Reply approved(String intent, String number) {
        Reply order = client.post(ORDERS, "new-" + number, order(intent, number, "USD", "15.00"));
        assertThat(order.status()).isEqualTo(201);
        client.control("/orders/" + number + "/pay", "{}");
        return order;
    }

    private String captured(String number) {
        Reply order = approved("CAPTURE", number);
        Reply done = client.post(ORDERS + "/" + order.id() + "/capture", "cap-" + number, "{}");
        return done.body().at("/purchase_units/0/payments/captures/0/id").asString();
    }

    private String authorized(String number) {
        Reply order = approved("AUTHORIZE", number);
        Reply done = client.post(ORDERS + "/" + order.id() + "/authorize", "auth-" + number, "{}");
        return done.body().at("/purchase_units/0/payments/authorizations/0/id").asString();
    }

    @Test
    void nothingGoesWithoutATokenThatLives() {
        assertThat(new RawClient(simulator).get(ORDERS + "/1").status()).isEqualTo(401);
        assertThat(client.get(ORDERS + "/1").issue()).isEqualTo("INVALID_RESOURCE_ID");
        client.control("/tokens", "{\"revoke\":true}");
        assertThat(client.get(ORDERS + "/1").body().path("name").asString()).isEqualTo("AUTHENTICATION_FAILURE");
        client.control("/tokens", "{\"expires_in\":0}");
        client.login();
        assertThat(client.get(ORDERS + "/1").status()).isEqualTo(401);
    }

    @Test
    void aRequestIdStandsForOneRequest() {
        Reply first = client.post(ORDERS, "id-1", order("CAPTURE", "one", "USD", "15.00"));
        assertThat(client.post(ORDERS, "id-1", order("CAPTURE", "one", "USD", "15.00"))
                        .id())
                .isEqualTo(first.id());
        assertThat(client.post(ORDERS, "id-1", order("CAPTURE", "one", "USD", "16.00"))
                        .issue())
                .isEqualTo("DUPLICATE_REQUEST_ID");
        assertThat(client.post(ORDERS, "id-2", order("CAPTURE", "one", "USD", "15.00"))
                        .id())
                .isNotEqualTo(first.id());
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 15.001, DECIMAL_PRECISION",
        "JPY, 15.5, DECIMALS_NOT_SUPPORTED",
        "KWD, 1.5001, DECIMAL_PRECISION",
        "USD, 0.00, CANNOT_BE_ZERO_OR_NEGATIVE",
        "USD, 1e3, INVALID_PARAMETER_SYNTAX",
        "XXX, 1.00, INVALID_CURRENCY_CODE"
    })
    void amountsHaveTheDigitsOfTheirCurrency(String currency, String value, String issue) {
        assertThat(client.post(ORDERS, "a", order("CAPTURE", "a", currency, value))
                        .issue())
                .isEqualTo(issue);
    }

    @Test
    void onlyAnApprovedOrderIsCapturedAndOnce() {
        Reply order = client.post(ORDERS, "new", order("CAPTURE", "once", "USD", "15.00"));
        String capture = ORDERS + "/" + order.id() + "/capture";
        assertThat(client.post(capture, "c1", "{}").issue()).isEqualTo("ORDER_NOT_APPROVED");
        client.control("/orders/once/pay", "{}");
        assertThat(client.post(capture.replace("/capture", "/authorize"), "c1", "{}")
                        .issue())
                .isEqualTo("ACTION_DOES_NOT_MATCH_INTENT");
        assertThat(client.post(capture, "c1", "{}").status()).isEqualTo(201);
        assertThat(client.post(capture, "c1", "{}").status()).isEqualTo(200);
        assertThat(client.post(capture, "c2", "{}").issue()).isEqualTo("ORDER_ALREADY_CAPTURED");
        assertThat(client.book().path("charges")).hasSize(1);
    }

    @Test
    void aDeclinedPayerIsNotCharged() {
        Reply order = client.post(ORDERS, "new", order("CAPTURE", "no", "USD", "15.00"));
        client.control("/orders/no/decline", "{}");
        assertThat(client.post(ORDERS + "/" + order.id() + "/capture", "c", "{}")
                        .issue())
                .isEqualTo("INSTRUMENT_DECLINED");
        assertThat(client.book().path("charges")).isEmpty();
    }

    @Test
    void refundsNeverExceedTheCapture() {
        String refund = CAPTURES + captured("back") + "/refund";
        assertThat(client.post(refund, "r1", money("10.00")).status()).isEqualTo(201);
        assertThat(client.post(refund, "r1", money("10.00")).status()).isEqualTo(200);
        assertThat(client.post(refund, "r2", money("5.01")).issue()).isEqualTo("REFUND_AMOUNT_EXCEEDED");
        assertThat(client.post(refund, "r2", money("5.00")).status()).isEqualTo(201);
        assertThat(client.post(refund, "r3", money("0.01")).issue()).isEqualTo("CAPTURE_FULLY_REFUNDED");
        assertThat(client.book().at("/totals/USD/net").asLong()).isZero();
    }

    @Test
    void capturesNeverExceedTheAuthorization() {
        String held = AUTHORIZATIONS + authorized("held");
        assertThat(client.post(held + "/capture", "c1", money("9.00")).status()).isEqualTo(201);
        assertThat(client.post(held + "/capture", "c2", money("6.01")).issue())
                .isEqualTo("MAX_CAPTURE_AMOUNT_EXCEEDED");
        assertThat(client.get(held).body().path("status").asString()).isEqualTo("PARTIALLY_CAPTURED");
        assertThat(client.post(held + "/void", "v1", "").status()).isEqualTo(200);
        assertThat(client.post(held + "/void", "v1", "").status()).isEqualTo(200);
        assertThat(client.post(held + "/void", "v2", "").issue()).isEqualTo("PREVIOUSLY_VOIDED");
        assertThat(client.post(held + "/capture", "c3", money("1.00")).issue()).isEqualTo("AUTHORIZATION_VOIDED");
    }

    @Test
    void theFinalCaptureReleasesTheRest() {
        String held = AUTHORIZATIONS + authorized("final");
        String last = money("9.00").replaceFirst("}$", ",\"final_capture\":true}");
        assertThat(client.post(held + "/capture", "c1", last).status()).isEqualTo(201);
        assertThat(client.post(held + "/capture", "c2", money("1.00")).issue())
                .isEqualTo("AUTHORIZATION_ALREADY_CAPTURED");
        assertThat(client.post(held + "/void", "v1", "").issue()).isEqualTo("PREVIOUSLY_CAPTURED");
    }

    @Test
    void itsOrdersAndItsBookOutliveIt() {
        String capture = captured("kept");
        simulator.close();
        open();
        assertThat(client.get(CAPTURES + capture).body().path("status").asString())
                .isEqualTo("COMPLETED");
        assertThat(client.post(CAPTURES + capture + "/refund", "r", "{}").status())
                .isEqualTo(201);
        assertThat(client.book().at("/totals/USD/refunded").asLong()).isEqualTo(1500);
    }

    @Test
    void thePayerMeetsAPage() {
        Reply order = client.post(ORDERS, "new", order("CAPTURE", "page", "USD", "15.00"));
        String approve = order.body()
                .path("links")
                .valueStream()
                .filter(link -> link.path("rel").asString().equals("approve"))
                .map(link -> link.path("href").asString())
                .findFirst()
                .orElseThrow();
        String path = approve.substring(approve.indexOf("/checkoutnow"));
        assertThat(client.page(client.request(path).GET()).body()).contains("15.00 USD", "Walk away");
        client.page(client.request("/checkoutnow/" + order.id() + "/pay").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(client.get(ORDERS + "/" + order.id()).body().path("status").asString())
                .isEqualTo("APPROVED");
    }
}
