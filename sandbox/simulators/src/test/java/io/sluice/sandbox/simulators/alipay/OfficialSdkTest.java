package io.sluice.sandbox.simulators.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.simulators.Eventually;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The official SDK is the judge: it signs the requests, and verifies the answers and the notifies. */
class OfficialSdkTest extends AlipayFixture {

    @Test
    void paysByQrCode() {
        var placed = merchant.precreate("order_1", "15.00", "一杯茶; tea & more=+");
        assertThat(placed.isSuccess()).isTrue();
        assertThat(placed.getQrCode()).startsWith("http://127.0.0.1:" + simulator.port() + "/pay/");

        Map<String, String> told =
                OfficialAlipay.fields(inbox.await(1).getFirst().body());
        assertThat(merchant.verifies(told)).isTrue();
        assertThat(merchant.verifiesV2(told)).isTrue();
        assertThat(told)
                .containsEntry("out_trade_no", "order_1")
                .containsEntry("total_amount", "15.00")
                .containsEntry("trade_status", "TRADE_SUCCESS")
                .containsEntry("subject", "一杯茶; tea & more=+");

        var paid = merchant.query("order_1");
        assertThat(paid.getTradeStatus()).isEqualTo("TRADE_SUCCESS");
        assertThat(paid.getTotalAmount()).isEqualTo("15.00");
        assertThat(paid.getTradeNo()).isEqualTo(told.get("trade_no"));
    }

    @Test
    void aNotifyThatWasChangedIsNotVerified() {
        merchant.precreate("order_1", "15.00", "tea");
        Map<String, String> told =
                OfficialAlipay.fields(inbox.await(1).getFirst().body());
        told.put("total_amount", "0.01");
        assertThat(merchant.verifies(told)).isFalse();
    }

    @Test
    void whatNoPayerHasMetDoesNotExist() {
        merchant.precreate("order_1", "15.00", "tea outcome=never");
        assertThat(merchant.query("order_1").getSubCode()).isEqualTo("ACQ.TRADE_NOT_EXIST");
        assertThat(merchant.close("order_1").getSubCode()).isEqualTo("ACQ.TRADE_NOT_EXIST");

        var cancelled = merchant.cancel("order_1");
        assertThat(cancelled.isSuccess()).isTrue();
        assertThat(cancelled.getAction()).isNull();
        assertThat(merchant.precreate("order_1", "15.00", "tea outcome=never").getSubCode())
                .isEqualTo("ACQ.TRADE_HAS_CLOSE");
    }

    @Test
    void paysByCode() {
        var paid = merchant.pay("order_1", "15.00", "tea");
        assertThat(paid.getCode()).isEqualTo("10000");
        assertThat(paid.getTotalAmount()).isEqualTo("15.00");
        assertThat(paid.getGmtPayment()).isNotNull();
        assertThat(merchant.pay("order_1", "15.00", "tea").getSubCode()).isEqualTo("ACQ.TRADE_HAS_SUCCESS");
        assertThat(merchant.pay("order_1", "15.01", "tea").getSubCode()).isEqualTo("ACQ.CONTEXT_INCONSISTENT");
    }

    @Test
    void aCodeMayNeedThePayerOrFailOrBeUnknown() {
        assertThat(merchant.pay("order_1", "15.00", "tea outcome=waiting").getCode())
                .isEqualTo("10003");
        Eventually.holds(
                Duration.ofSeconds(30),
                () -> assertThat(merchant.query("order_1").getTradeStatus()).isEqualTo("TRADE_SUCCESS"));

        var declined = merchant.pay("order_2", "15.00", "tea outcome=declined");
        assertThat(declined.getCode()).isEqualTo("40004");
        assertThat(declined.getSubCode()).isEqualTo("ACQ.BUYER_BALANCE_NOT_ENOUGH");
        assertThat(merchant.query("order_2").getTradeStatus()).isEqualTo("TRADE_CLOSED");

        var unknown = merchant.pay("order_3", "15.00", "tea outcome=error-after");
        assertThat(unknown.getCode()).isEqualTo("20000");
        assertThat(merchant.query("order_3").getTradeStatus()).isEqualTo("TRADE_SUCCESS");
    }

    @Test
    void closesWhatWaitsAndGivesBackWhatIsPaid() {
        merchant.pay("order_1", "15.00", "tea outcome=never");
        assertThat(merchant.query("order_1").getTradeStatus()).isEqualTo("WAIT_BUYER_PAY");
        assertThat(merchant.close("order_1").isSuccess()).isTrue();
        assertThat(merchant.query("order_1").getTradeStatus()).isEqualTo("TRADE_CLOSED");
        assertThat(merchant.close("order_1").getSubCode()).isEqualTo("ACQ.TRADE_STATUS_ERROR");

        merchant.pay("order_2", "15.00", "tea");
        var cancelled = merchant.cancel("order_2");
        assertThat(cancelled.getAction()).isEqualTo("refund");
        assertThat(cancelled.getRetryFlag()).isEqualTo("N");
        assertThat(merchant.cancel("order_2").getAction()).isEqualTo("refund");
        assertThat(merchant.query("order_2").getTradeStatus()).isEqualTo("TRADE_CLOSED");
    }

    @Test
    void refundsInPartsAndNeverMoreThanWasPaid() {
        merchant.pay("order_1", "15.00", "tea");
        var first = merchant.refund("order_1", "refund_1", "5.00", "cold");
        assertThat(first.getFundChange()).isEqualTo("Y");
        assertThat(first.getRefundFee()).isEqualTo("5.00");

        var again = merchant.refund("order_1", "refund_1", "5.00", "cold");
        assertThat(again.getFundChange()).isEqualTo("N");
        assertThat(again.getRefundFee()).isEqualTo("5.00");
        assertThat(merchant.refund("order_1", "refund_1", "6.00", "cold").getSubCode())
                .isEqualTo("ACQ.DISCORDANT_REPEAT_REQUEST");
        assertThat(merchant.refund("order_1", "refund_2", "10.01", "cold").getSubCode())
                .isEqualTo("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");

        assertThat(merchant.refundQuery("order_1", "refund_1").getRefundStatus())
                .isEqualTo("REFUND_SUCCESS");
        assertThat(merchant.refundQuery("order_1", "refund_9").isSuccess()).isTrue();
        assertThat(merchant.refundQuery("order_1", "refund_9").getRefundStatus())
                .isNull();

        assertThat(merchant.refund("order_1", "refund_2", "10.00", "cold").getRefundFee())
                .isEqualTo("15.00");
        assertThat(merchant.query("order_1").getTradeStatus()).isEqualTo("TRADE_CLOSED");
    }

    @Test
    void aTradeOfAnotherMerchantDoesNotExist() {
        merchant.pay("order_1", "15.00", "tea");
        var other = new OfficialAlipay(simulator, simulator.credentials(OTHER_APP), inbox.url());
        assertThat(other.query("order_1").getSubCode()).isEqualTo("ACQ.TRADE_NOT_EXIST");
    }
}
