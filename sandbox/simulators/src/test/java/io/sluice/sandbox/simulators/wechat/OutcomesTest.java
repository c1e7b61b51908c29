package io.sluice.sandbox.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.service.payments.model.Transaction.TradeStateEnum;
import io.sluice.sandbox.simulators.CallbackInbox;
import io.sluice.sandbox.simulators.Eventually;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every outcome that an order can ask for, as the official SDK meets it. */
class OutcomesTest extends SimulatorFixture {
    private OfficialMerchant official;

    @BeforeEach
    void official() {
        official = new OfficialMerchant(simulator);
    }

    private void order(String outcome) {
        official.order("order-of-" + outcome, 1500, inbox.url(), "tea outcome=" + outcome);
    }

    /** An order whose answer was lost may not have arrived yet when it is first asked for. */
    private void becomes(String outcome, TradeStateEnum state) {
        Eventually.holds(
                Duration.ofSeconds(30),
                () -> assertThatCode(() -> assertThat(
                                        official.query("order-of-" + outcome).getTradeState())
                                .isEqualTo(state))
                        .doesNotThrowAnyException());
    }

    private List<TradeStateEnum> told() {
        return inbox.letters().stream()
                .map(letter -> official.parse(letter).getTradeState())
                .toList();
    }

    @Test
    void declinedSaysSoOnlyWhenAskedAndMayStillBePaid() throws IOException {
        order("declined");
        becomes("declined", TradeStateEnum.PAYERROR);
        assertThat(inbox.letters()).isEmpty();
        merchant.control("/orders/order-of-declined/pay", "");
        assertThat(official.parse(inbox.await(1).getFirst()).getTradeState()).isEqualTo(TradeStateEnum.SUCCESS);
    }

    @Test
    void neverWaitsForAHand() throws IOException {
        order("never");
        assertThat(merchant.control("/orders/order-of-never/decline", "")
                        .at("/trade_state")
                        .asString())
                .isEqualTo("PAYERROR");
        assertThat(merchant.control("/orders/order-of-never").at("/outcome").asString())
                .isEqualTo("never");
    }

    @Test
    void lateTellsOfThePaymentLongAfterIt() throws IOException {
        order("late");
        assertThat(told(inbox.await(1).getFirst())).isEqualTo(TradeStateEnum.SUCCESS);
        Instant paid =
                Instant.parse(merchant.control("/book").at("/charges/0/time").asString());
        Eventually.holds(Duration.ofSeconds(30), () -> assertThat(delivered()).isAfter(paid.plusMillis(599)));
    }

    private Instant delivered() {
        try {
            var sent = merchant.control("/callbacks?subject=order-of-late").at("/deliveries/0/at");
            return sent.isMissingNode() ? Instant.EPOCH : Instant.parse(sent.asString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private TradeStateEnum told(CallbackInbox.Letter letter) {
        return official.parse(letter).getTradeState();
    }

    @Test
    void silentTellsNobody() throws IOException {
        order("silent");
        becomes("silent", TradeStateEnum.SUCCESS);
        assertThat(merchant.control("/callbacks").at("/pending").asInt()).isZero();
        assertThat(inbox.letters()).isEmpty();
    }

    @Test
    void duplicateSendsTheSameNotificationThreeTimes() {
        order("duplicate");
        assertThat(inbox.await(3).stream().map(letter -> official.parse(letter).getTransactionId()))
                .hasSize(3)
                .containsOnly(official.query("order-of-duplicate").getTransactionId());
    }

    @Test
    void outOfOrderSendsStaleCopiesBeforeAndAfter() {
        order("out-of-order");
        inbox.await(3);
        assertThat(told())
                .containsExactlyInAnyOrder(
                        TradeStateEnum.USERPAYING, TradeStateEnum.SUCCESS, TradeStateEnum.USERPAYING);
    }

    @Test
    void probeFailsAndIsFollowedByTheTruth() {
        order("probe");
        var letters = inbox.await(2);
        var probe = letters.stream()
                .filter(letter -> letter.headers().get("Wechatpay-Signature").startsWith("WECHATPAY/SIGNTEST/"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> official.parse(probe)).isInstanceOf(ValidationException.class);
        assertThat(letters.stream().filter(letter -> !letter.equals(probe)).map(this::told))
                .contains(TradeStateEnum.SUCCESS);
    }

    @Test
    void wrongAmountLiesInTheCallbackOnly() {
        order("wrong-amount");
        assertThat(official.parse(inbox.await(1).getFirst()).getAmount().getTotal())
                .isEqualTo(1501);
        assertThat(official.query("order-of-wrong-amount").getAmount().getTotal())
                .isEqualTo(1500);
    }

    @Test
    void timeoutChargedAnswersNothingAndIsPaid() {
        var silent = merchant.patience(Duration.ofSeconds(2));
        var order =
                merchant.order("order-of-timeout-charged", 1500, inbox.url()).put("attach", "outcome=timeout-charged");
        assertThatThrownBy(() -> silent.order(order)).isInstanceOf(HttpTimeoutException.class);
        becomes("timeout-charged", TradeStateEnum.SUCCESS);
    }

    @Test
    void chargedLateIsUnpaidFirstAndPaidLater() throws IOException {
        merchant.control("/behaviour", "{\"delay_ms\":300}");
        var silent = merchant.patience(Duration.ofMillis(500));
        var order = merchant.order("order-of-charged-late", 1500, inbox.url()).put("attach", "outcome=charged-late");
        assertThatThrownBy(() -> silent.order(order)).isInstanceOf(HttpTimeoutException.class);
        assertThat(official.query("order-of-charged-late").getTradeState()).isEqualTo(TradeStateEnum.NOTPAY);
        becomes("charged-late", TradeStateEnum.SUCCESS);
        assertThat(inbox.letters()).isEmpty();
    }

    @Test
    void timeoutNotChargedAnswersNothingAndKeepsNothing() {
        var silent = merchant.patience(Duration.ofSeconds(2));
        var order = merchant.order("order-of-nothing", 1500, inbox.url()).put("attach", "outcome=timeout-not-charged");
        assertThatThrownBy(() -> silent.order(order)).isInstanceOf(HttpTimeoutException.class);
        assertThatThrownBy(() -> official.query("order-of-nothing"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo("ORDER_NOT_EXIST"));
    }

    @Test
    void errorAfterKeepsTheOrder() {
        assertThatThrownBy(() -> order("error-after"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo("SYSTEM_ERROR"));
        becomes("error-after", TradeStateEnum.SUCCESS);
    }

    @Test
    void garbageIsUnreadableThenForgedThenRight() throws IOException {
        merchant.control("/behaviour", "{\"delay_ms\":60000}");
        assertThatThrownBy(() -> order("garbage")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> order("garbage")).isInstanceOf(ValidationException.class);
        order("garbage");
    }
}
