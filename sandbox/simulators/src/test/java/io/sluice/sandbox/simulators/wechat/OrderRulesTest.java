package io.sluice.sandbox.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.simulators.Eventually;
import io.sluice.sandbox.simulators.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OrderRulesTest extends SimulatorFixture {

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Json.MAPPER.readTree(answer.body()).at("/code").asString()).isEqualTo(code);
    }

    private ObjectNode unpaid(String outTradeNo) {
        return merchant.order(outTradeNo, 1500, inbox.url()).put("attach", "outcome=never");
    }

    @Test
    void namesTheFieldThatBreaksARule() throws IOException {
        Map<String, JsonNode> wrong = Map.of(
                "/out_trade_no", unpaid("x"),
                "/amount/total", merchant.order("rules-0001", 0, inbox.url()),
                "/mchid", unpaid("rules-0001").put("mchid", OTHER_MERCHANT),
                "/notify_url", unpaid("rules-0001").put("notify_url", "ftp://example.org"),
                "/description", unpaid("rules-0001").put("description", ""),
                "/time_expire", unpaid("rules-0001").put("time_expire", "2020-01-01T00:00:00Z"),
                "/attach", unpaid("rules-0001").put("attach", "a".repeat(129)),
                "/colour", unpaid("rules-0001").put("colour", "red"));
        for (var entry : wrong.entrySet()) {
            var answer = merchant.order(entry.getValue());
            refused(answer, 400, "PARAM_ERROR");
            assertThat(Json.MAPPER.readTree(answer.body()).at("/detail/field").asString())
                    .isEqualTo(entry.getKey());
        }
        ObjectNode dollars = unpaid("rules-0001");
        dollars.withObject("/amount").put("currency", "USD");
        refused(merchant.order(dollars), 400, "PARAM_ERROR");
        refused(merchant.order(unpaid("rules-0001").put("appid", "wx-other")), 400, "APPID_MCHID_NOT_MATCH");
        refused(merchant.send("POST", "/v3/pay/transactions/native", "{"), 400, "PARAM_ERROR");
        refused(
                merchant.send(
                        "POST",
                        "/v3/pay/transactions/jsapi",
                        unpaid("rules-0001").toString()),
                400,
                "PARAM_ERROR");
        refused(merchant.send("GET", merchant.queryTarget("rules-0001"), ""), 404, "ORDER_NOT_EXIST");
    }

    @Test
    void repeatsItsAnswerOnlyForTheSameParameters() throws IOException {
        String first = merchant.order(unpaid("repeat-0001")).body();
        assertThat(merchant.order(unpaid("repeat-0001")).body()).isEqualTo(first);
        refused(merchant.order(unpaid("repeat-0001").put("description", "coffee")), 403, "OUT_TRADE_NO_USED");
    }

    @Test
    void ordersForEveryWayToPay() throws IOException {
        ObjectNode h5 = unpaid("ways-h5-1");
        h5.putObject("scene_info")
                .put("payer_client_ip", "127.0.0.1")
                .putObject("h5_info")
                .put("type", "Wap");
        assertThat(merchant.send("POST", "/v3/pay/transactions/h5", h5.toString())
                        .body())
                .contains("h5_url");
        assertThat(merchant.send(
                                "POST",
                                "/v3/pay/transactions/app",
                                unpaid("ways-app-1").toString())
                        .body())
                .contains("prepay_id");
        refused(
                merchant.send(
                        "POST",
                        "/v3/pay/transactions/cheque",
                        unpaid("ways-0001").toString()),
                404,
                "RESOURCE_NOT_EXISTS");
    }

    @Test
    void anUnpaidOrderClosesWhenItsTimeIsOver() throws IOException {
        Instant end = Instant.now().plus(Duration.ofMillis(1500));
        assertThat(merchant.order(unpaid("expiry-0001").put("time_expire", end.toString()))
                        .statusCode())
                .isEqualTo(200);
        Eventually.holds(
                Duration.ofSeconds(30), () -> assertThat(state("expiry-0001")).isEqualTo("CLOSED"));
        assertThat(merchant.control("/orders/expiry-0001/pay", "").at("/code").asString())
                .isEqualTo("ORDER_CLOSED");
    }

    private String state(String outTradeNo) {
        try {
            return merchant.query(outTradeNo).at("/trade_state").asString();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void merchantsDoNotSeeOneAnothersOrders() throws IOException {
        merchant.order(unpaid("secret-0001"));
        var other = new RawMerchant(simulator, OTHER_MERCHANT);
        refused(other.send("GET", other.queryTarget("secret-0001"), ""), 404, "ORDER_NOT_EXIST");
        refused(other.send("GET", merchant.queryTarget("secret-0001"), ""), 400, "PARAM_ERROR");
    }

    @Test
    void closesOnceAndNeverAfterPayment() throws IOException {
        merchant.order(unpaid("close-0002"));
        String target = "/v3/pay/transactions/out-trade-no/close-0002/close";
        String body = "{\"mchid\":\"" + merchant.credentials.mchid() + "\"}";
        assertThat(merchant.send("POST", target, body).statusCode()).isEqualTo(204);
        refused(merchant.send("POST", target, body), 400, "ORDER_CLOSED");
        merchant.order(unpaid("close-0003"));
        merchant.control("/orders/close-0003/pay", "");
        refused(merchant.send("POST", target.replace("0002", "0003"), body), 400, "INVALID_REQUEST");
    }
}
