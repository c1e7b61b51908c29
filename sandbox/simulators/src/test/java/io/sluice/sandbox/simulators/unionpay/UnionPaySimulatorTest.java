package io.sluice.sandbox.simulators.unionpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.simulators.unionpay.model.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the channel takes and refuses, in its own words, and that it forgets nothing. */
class UnionPaySimulatorTest {

    @TempDir
    static Path folder;

    private static UnionPaySimulator simulator;
    private static RawMerchant merchant;

    @BeforeAll
    static void start() {
        simulator = begin();
        merchant = new RawMerchant(simulator);
    }

    private static UnionPaySimulator begin() {
        return UnionPaySimulator.start(SimulatorConfig.in(folder).withPayer(Outcome.APPROVED, Duration.ofMillis(10)));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "orderId, 1234567, 10",
        "orderId, 2026-0101-1, 10",
        "orderId, '', 13",
        "txnTime, 20260231120000, 10",
        "txnTime, 2026, 10",
        "version, 5.0.0, 10",
        "txnType, 99, 32",
        "merId, 777290058110000, 31"
    })
    void aQueryThatIsNotRightIsRefusedWithItsField(String field, String value, String code) {
        Map<String, String> fields = RawMerchant.fields("00", "order00001");
        fields.put(field, value);

        assertThat(merchant.post("queryTrans.do", merchant.signed(fields)))
                .contains("respCode=" + code)
                .contains(field);
    }

    @Test
    void whatIsNotSignedByTheMerchantIsRefused() {
        Map<String, String> fields = merchant.signed(RawMerchant.fields("00", "order00002"));
        fields.put("orderId", "order00003");
        assertThat(merchant.post("queryTrans.do", fields)).contains("respCode=11");

        Map<String, String> other = merchant.signed(RawMerchant.fields("00", "order00002"));
        other.put("certId", "1");
        assertThat(merchant.post("queryTrans.do", other))
                .contains("respCode=11")
                .contains("certId");
        assertThat(merchant.post("queryTrans.do", Map.of())).contains("respCode=31");
    }

    @ParameterizedTest
    @CsvSource({"txnAmt, 0", "txnAmt, 15.00", "currencyCode, 840", "frontUrl, shop", "payTimeout, soon"})
    void anOrderThatIsNotRightIsNotKept(String field, String value) {
        Map<String, String> order = RawMerchant.order("order00004", "outcome=never");
        order.put(field, value);

        assertThat(merchant.post("frontTransReq.do", merchant.signed(order)))
                .contains("respCode 10")
                .contains(field);
        assertThat(merchant.query("order00004")).contains("respCode=34");
    }

    @Test
    void anOrderIsOneByMerchantNumberAndTime() {
        Map<String, String> order = RawMerchant.order("order00005", "outcome=never");
        assertThat(merchant.post("frontTransReq.do", merchant.signed(order))).contains("15.00 CNY");
        assertThat(merchant.post("frontTransReq.do", merchant.signed(order))).contains("15.00 CNY");

        order.put("txnAmt", "1");
        assertThat(merchant.post("frontTransReq.do", merchant.signed(order))).contains("respCode 12");
        order.put("txnTime", "20260101120001");
        assertThat(merchant.post("frontTransReq.do", merchant.signed(order))).contains("0.01 CNY");
    }

    @Test
    void anOrderWhoseTimeIsOverCannotBePaid() {
        Map<String, String> order = RawMerchant.order("order00006", "tea");
        order.put("payTimeout", "20260101120000");

        assertThat(merchant.post("frontTransReq.do", merchant.signed(order))).contains("respCode 69");
        assertThat(merchant.query("order00006")).contains("respCode=34");
    }

    @Test
    void whatWasPaidIsRememberedByTheNextSimulatorInTheFolder() {
        merchant.post("frontTransReq.do", merchant.signed(RawMerchant.order("order00007", "outcome=silent")));
        String paid = paid();

        try (var next = begin()) {
            assertThat(new RawMerchant(next).query("order00007"))
                    .contains("origRespCode=00")
                    .contains(paid.replaceFirst("(?s).*(queryId=[0-9]{21}).*", "$1"));
        }
    }

    private static String paid() {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String answer = merchant.query("order00007");
        while (!answer.contains("origRespCode=00") && System.nanoTime() < deadline) {
            answer = merchant.query("order00007");
        }
        assertThat(answer).contains("origRespCode=00").contains("txnAmt=1500");
        return answer;
    }
}
