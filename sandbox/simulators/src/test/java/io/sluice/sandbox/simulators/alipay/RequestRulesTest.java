package io.sluice.sandbox.simulators.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What every request must have, and how it is told otherwise. */
class RequestRulesTest extends AlipayFixture {
    private static final String QUERY = "alipay.trade.query";
    private static final String ORDER = "{\"out_trade_no\":\"order_1\"}";
    private RawAlipay raw;

    @BeforeEach
    void sign() {
        raw = new RawAlipay(simulator);
    }

    @Test
    void aRightRequestIsAnswered() {
        assertThat(subCode(raw.call(QUERY, ORDER))).isEqualTo("ACQ.TRADE_NOT_EXIST");
    }

    @ParameterizedTest
    @CsvSource({
        "app_id, isv.missing-app-id",
        "method, isv.missing-method",
        "sign_type, isv.missing-signature-type",
        "timestamp, isv.missing-timestamp",
        "version, isv.missing-version"
    })
    void whatIsMissingIsNamed(String name, String subCode) {
        var fields = raw.request(QUERY, ORDER);
        fields.remove(name);
        JsonNode answer = raw.call(raw.signed(fields));
        assertThat(answer.path("code").asString("")).isEqualTo("40001");
        assertThat(subCode(answer)).isEqualTo(subCode);
    }

    @ParameterizedTest
    @CsvSource({
        "app_id, 9021000100000009, isv.invalid-app-id",
        "sign_type, RSA, isv.invalid-signature-type",
        "format, XML, isv.invalid-format",
        "charset, GBK, isv.invalid-charset",
        "timestamp, 2026-01-01T00:00:00, isv.invalid-timestamp",
        "method, koubei.trade.query, isv.invalid-method",
        "biz_content, [], isv.invalid-parameter",
        "biz_content, '{\"a\":1,\"a\":2}', isv.invalid-parameter"
    })
    void whatIsWrongIsNamed(String name, String value, String subCode) {
        var fields = raw.request(QUERY, ORDER);
        fields.put(name, value);
        JsonNode answer = raw.call(raw.signed(fields));
        assertThat(answer.path("code").asString("")).isEqualTo("40002");
        assertThat(subCode(answer)).isEqualTo(subCode);
    }

    @Test
    void aMethodWithoutAContractIsNotPermitted() {
        JsonNode answer = raw.call("alipay.fund.trans.uni.transfer", "{}");
        assertThat(answer.path("code").asString("")).isEqualTo("40006");
        assertThat(subCode(answer)).isEqualTo("isv.insufficient-isv-permissions");
    }

    @Test
    void anOldRequestAndAChangedOneAreRefused() {
        var old = raw.request(QUERY, ORDER);
        old.put("timestamp", RawAlipay.time(Instant.now().minus(Duration.ofMinutes(11))));
        assertThat(subCode(raw.call(raw.signed(old)))).isEqualTo("isv.invalid-timestamp");

        var changed = raw.signed(raw.request(QUERY, ORDER));
        changed.put("biz_content", "{\"out_trade_no\":\"order_2\"}");
        assertThat(subCode(raw.call(changed))).isEqualTo("isv.invalid-signature");
        changed.remove("sign");
        assertThat(subCode(raw.call(changed))).isEqualTo("isv.missing-signature");
    }

    @ParameterizedTest
    @CsvSource({"0.00", "-1.00", "1.001", "1e2", "100000000.01", "''", "'15.00 '"})
    void anAmountIsYuanWithTwoDigits(String amount) {
        JsonNode answer = raw.call(
                "alipay.trade.precreate",
                "{\"out_trade_no\":\"order_1\",\"subject\":\"tea\",\"total_amount\":\"" + amount + "\"}");
        assertThat(subCode(answer)).isEqualTo("ACQ.INVALID_PARAMETER");
    }

    @Test
    void theSameNumberWithAnotherAmountIsRefused() {
        String order = "{\"out_trade_no\":\"order_1\",\"subject\":\"tea outcome=never\",\"total_amount\":\"%s\"}";
        JsonNode first = raw.call("alipay.trade.precreate", order.formatted("15.00"));
        JsonNode again = raw.call("alipay.trade.precreate", order.formatted("15.00"));
        assertThat(again.path("qr_code")).isEqualTo(first.path("qr_code"));
        assertThat(subCode(raw.call("alipay.trade.precreate", order.formatted("15.01"))))
                .isEqualTo("ACQ.CONTEXT_INCONSISTENT");
    }

    private static String subCode(JsonNode answer) {
        return answer.path("sub_code").asString("");
    }
}
