package io.sluice.sandbox.simulators.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sandbox.simulators.CallbackInbox.Letter;
import io.sluice.sandbox.simulators.Eventually;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What trades can be made to meet with, and what the book has of it. */
class OutcomesTest extends AlipayFixture {
    private RawAlipay raw;

    @BeforeEach
    void look() {
        raw = new RawAlipay(simulator);
    }

    private static Map<String, String> fields(Letter letter) {
        return OfficialAlipay.fields(letter.body());
    }

    private void becomes(String number, String status) {
        Eventually.holds(
                Duration.ofSeconds(30),
                () -> assertThat(merchant.query(number).getTradeStatus()).isEqualTo(status));
    }

    @Test
    void aNotifyIsSentAgainUntilItIsAnsweredWithTheBareWord() {
        inbox.say("thank you");
        merchant.pay("order_1", "15.00", "tea");
        inbox.await(2);
        inbox.say("success");
        Eventually.holds(
                Duration.ofSeconds(30),
                () -> assertThat(raw.control("/callbacks?subject=order_1")
                                .path("pending")
                                .asInt())
                        .isZero());
        assertThat(inbox.letters().stream().map(letter -> fields(letter).get("notify_id")))
                .hasSizeGreaterThan(1)
                .hasSizeLessThan(9)
                .containsOnly(fields(inbox.letters().getFirst()).get("notify_id"));
        assertThat(inbox.letters())
                .allSatisfy(
                        letter -> assertThat(merchant.verifies(fields(letter))).isTrue());
    }

    @Test
    void notifiesComeThriceOrLieOrAreStaleOrForged() {
        merchant.pay("order_1", "15.00", "tea outcome=duplicate");
        assertThat(inbox.await(3).stream()
                        .map(letter -> fields(letter).get("notify_id"))
                        .distinct())
                .hasSize(1);
        merchant.pay("order_2", "15.00", "tea outcome=wrong-amount");
        assertThat(fields(inbox.await(4).get(3))).containsEntry("total_amount", "15.01");
        merchant.pay("order_3", "15.00", "tea outcome=out-of-order");
        assertThat(inbox.await(7).subList(4, 7).stream()
                        .map(letter -> fields(letter).get("trade_status")))
                .containsExactlyInAnyOrder("WAIT_BUYER_PAY", "TRADE_SUCCESS", "WAIT_BUYER_PAY");
        merchant.pay("order_4", "15.00", "tea outcome=probe");
        assertThat(inbox.await(9).subList(7, 9).stream().map(letter -> merchant.verifies(fields(letter))))
                .containsExactlyInAnyOrder(false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout-charged", "charged-late"})
    void whatIsNeverAnsweredMayBePaid(String outcome) {
        String code = "{\"out_trade_no\":\"order_1\",\"subject\":\"tea outcome=" + outcome
                + "\",\"total_amount\":\"15.00\",\"scene\":\"bar_code\",\"auth_code\":\"28763443825664394\"}";
        assertThatThrownBy(() -> raw.call("alipay.trade.pay", code)).hasMessageContaining("timed out");
        becomes("order_1", "TRADE_SUCCESS");
        assertThat(inbox.letters()).isEmpty();
    }

    @Test
    void whatIsClosedMayBePaidAfterAll() {
        merchant.precreate("order_1", "15.00", "tea outcome=paid-after-close");
        becomes("order_1", "WAIT_BUYER_PAY");
        assertThat(merchant.close("order_1").isSuccess()).isTrue();
        becomes("order_1", "TRADE_SUCCESS");
        assertThat(fields(inbox.await(1).getFirst())).containsEntry("trade_status", "TRADE_SUCCESS");
    }

    @Test
    void aSlowRefundSaysSoUntilItIsDone() {
        raw.control("/behaviour", "{\"delay_ms\":2000}");
        merchant.pay("order_1", "15.00", "tea");
        var slow = merchant.refund("order_1", "refund_1", "5.00", "outcome=pending");
        assertThat(slow.getFundChange()).isEqualTo("N");
        assertThat(slow.getRefundFee()).isEqualTo("0.00");
        assertThat(merchant.refundQuery("order_1", "refund_1").getRefundStatus())
                .isNull();
        Eventually.holds(
                Duration.ofSeconds(30),
                () -> assertThat(merchant.refundQuery("order_1", "refund_1").getRefundStatus())
                        .isEqualTo("REFUND_SUCCESS"));
        Map<String, String> told = fields(inbox.await(2).get(1));
        assertThat(merchant.verifies(told)).isTrue();
        assertThat(told).containsEntry("out_biz_no", "refund_1").containsEntry("refund_fee", "5.00");
    }

    @Test
    void theBookHasWhatWasChargedAndGivenBackAndSurvivesARestart() {
        merchant.pay("order_1", "15.00", "tea");
        merchant.refund("order_1", "refund_1", "5.00", "cold");
        merchant.pay("order_2", "20.00", "tea");
        merchant.cancel("order_2");
        merchant.pay("order_3", "30.00", "tea outcome=waiting");
        restart();
        raw = new RawAlipay(simulator);
        becomes("order_3", "TRADE_SUCCESS");

        JsonNode book = raw.control("/book");
        assertThat(book.path("charges").size()).isEqualTo(2);
        assertThat(book.path("reversals").path(0).path("out_trade_no").asString(""))
                .isEqualTo("order_2");
        assertThat(book.path("refunds").path(0).path("out_refund_no").asString(""))
                .isEqualTo("refund_1");
        assertThat(book.path("totals").path("charged").asLong()).isEqualTo(4500);
        assertThat(book.path("totals").path("refunded").asLong()).isEqualTo(500);
        assertThat(book.path("totals").path("balanced").asBoolean(false)).isTrue();
    }

    @Test
    void faultsStrikeInTheChannelsOwnWords() {
        raw.control("/faults", "{\"frequency_limited\":1}");
        assertThat(merchant.query("order_1").getCode()).isEqualTo("40005");
        raw.control("/faults", "{\"system_error_after\":1}");
        assertThat(merchant.pay("order_1", "15.00", "tea").getCode()).isEqualTo("20000");
        assertThat(merchant.query("order_1").getTradeStatus()).isEqualTo("TRADE_SUCCESS");
    }
}
