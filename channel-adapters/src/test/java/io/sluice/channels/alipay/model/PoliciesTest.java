package io.sluice.channels.alipay.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.model.Reply;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.Irreversible;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.id.AttemptId;
import io.sluice.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each word means where it is said. */
class PoliciesTest {
    private static final Money PRICE = Money.of(1500, "CNY");
    private static final Duration IN_DOUBT = Duration.ofMinutes(1);

    private final AttemptId attempt = AttemptId.next();
    private final String number = attempt.channelNumber();

    @ParameterizedTest
    @CsvSource({
        "ACQ.BUYER_BALANCE_NOT_ENOUGH, Declined",
        "ACQ.PAYMENT_REQUEST_HAS_RISK, Declined",
        "ACQ.TRADE_HAS_CLOSE, Closed",
        "ACQ.INVALID_PARAMETER, NotSent",
        "isv.invalid-signature, NotSent",
        "isv.app-call-limited, NotSent",
        "isv.never-heard-of, NotSent",
        "ACQ.TRADE_HAS_SUCCESS, Unknown",
        "ACQ.CONTEXT_INCONSISTENT, Unknown",
        "ACQ.SYSTEM_ERROR, Unknown",
        "ACQ.TRADE_NOT_EXIST, Unknown",
        "isp.unknow-error, Unknown",
        "NEVER_HEARD_OF, Unknown",
    })
    void refusalsOfAnOrder(String code, String kind) {
        assertThat(OrderPolicy.charged(refused(code), number).getClass().getSimpleName())
                .isEqualTo(kind);
        assertThat(OrderPolicy.shown(refused(code), number).getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @Test
    void someDeclinesAreForGood() {
        assertThat(((Declined) OrderPolicy.charged(refused("ACQ.BUYER_SELLER_EQUAL"), number)).hard())
                .isTrue();
    }

    @Test
    void whatDidNotLeaveWasNotSentAndWhatWasLostIsUnknown() {
        assertThat(OrderPolicy.charged(new Reply.NotWritten<>("c", "m"), number))
                .isInstanceOf(NotSent.class);
        assertThat(OrderPolicy.charged(new Reply.Lost<>("c", "m"), number)).isInstanceOf(Unknown.class);
        assertThat(TradePolicy.outcome(new Reply.NotWritten<>("c", "m"), number))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void aQueryIsAboutItsOrder() {
        assertThat(TradePolicy.outcome(refused("ACQ.TRADE_NOT_EXIST"), number)).isInstanceOf(Absent.class);
        assertThat(TradePolicy.outcome(refused("isv.invalid-signature"), number))
                .isInstanceOf(Unknown.class);
        assertThat(TradePolicy.outcome(trade("TRADE_SUCCESS"), "another")).isInstanceOf(Unknown.class);
        assertThat(TradePolicy.outcome(trade("TRADE_SUCCESS"), number)).isEqualTo(new Approved(PRICE, "2026"));
    }

    @Test
    void aClosedTradeWasPaidWhereItHasADateOfPayment() {
        assertThat(TradePolicy.outcome(trade("TRADE_CLOSED"), number)).isInstanceOf(Closed.class);
        assertThat(TradePolicy.outcome(trade("TRADE_CLOSED", "send_pay_date", "2026-11-21 20:00:00"), number))
                .isInstanceOf(Approved.class);
    }

    @Test
    void whatOnlyThePayerBeginsIsAbsentForGoodWhenItsTimeIsOver() {
        Instant expiry = attempt.madeAt().plusSeconds(900);
        OrderReference page = order("alipay_page", expiry);

        assertThat(AbsencePolicy.isFinal(page, IN_DOUBT, expiry)).isFalse();
        assertThat(AbsencePolicy.isFinal(page, IN_DOUBT, expiry.plus(IN_DOUBT))).isTrue();
        assertThat(ClosePolicy.outcome(refused("ACQ.TRADE_NOT_EXIST"), page, false))
                .containsInstanceOf(Pending.class);
        assertThat(ClosePolicy.outcome(refused("ACQ.TRADE_NOT_EXIST"), page, true))
                .containsInstanceOf(Closed.class);
    }

    @Test
    void whatWeBeganIsAbsentForGoodWhenItCannotBeOnItsWay() {
        Instant made = attempt.madeAt();
        OrderReference code = order("alipay_code", made.plusSeconds(900));

        assertThat(AbsencePolicy.isFinal(code, IN_DOUBT, made.plusSeconds(59))).isFalse();
        assertThat(AbsencePolicy.isFinal(code, IN_DOUBT, made.plus(IN_DOUBT))).isTrue();
        assertThat(ClosePolicy.outcome(refused("ACQ.TRADE_NOT_EXIST"), code, true))
                .containsInstanceOf(Absent.class);
    }

    @Test
    void aCloseThatIsRefusedIsLeftToAQuery() {
        OrderReference order = order("alipay_qr", attempt.madeAt());

        assertThat(ClosePolicy.outcome(refused("ACQ.TRADE_STATUS_ERROR"), order, true))
                .isEmpty();
        assertThat(ClosePolicy.outcome(refused("isv.app-call-limited"), order, true))
                .containsInstanceOf(Unknown.class);
        assertThat(ClosePolicy.outcome(granted(), order, true)).containsInstanceOf(Closed.class);
    }

    @Test
    void aCancelSaysWhatItDid() {
        assertThat(cancelled(granted("action", "close"))).contains(new Reversed("close"));
        assertThat(cancelled(granted("action", "refund"))).contains(new Reversed("refund"));
        assertThat(cancelled(granted("action", "refund", "retry_flag", "Y"))).containsInstanceOf(Unknown.class);
        assertThat(cancelled(granted("action", "sing"))).containsInstanceOf(Unknown.class);
        assertThat(cancelled(granted())).as("nothing to cancel yet").containsInstanceOf(Unknown.class);
        assertThat(CancelPolicy.outcome(granted(), number, true)).containsInstanceOf(Reversed.class);
        assertThat(cancelled(refused("ACQ.SYSTEM_ERROR"))).containsInstanceOf(Unknown.class);
        assertThat(cancelled(refused("ACQ.SELLER_BALANCE_NOT_ENOUGH"))).isEmpty();
    }

    @Test
    void whatCannotBeCancelledIsWhatAQuerySays() {
        assertThat(CancelPolicy.refused(new Approved(PRICE, "2026"))).isEqualTo(new Irreversible(PRICE, "2026"));
        assertThat(CancelPolicy.refused(new Closed("TRADE_CLOSED"))).isInstanceOf(Reversed.class);
        assertThat(CancelPolicy.refused(new Pending(null, null))).isInstanceOf(Unknown.class);
        assertThat(CancelPolicy.refused(new Absent("no"))).isInstanceOf(Unknown.class);
    }

    @Test
    void aRefundIsOverWhatTheQuerySays() {
        var reply = granted(
                "refund_status", "REFUND_SUCCESS", "out_request_no", "r1", "refund_amount", "5.00", "trade_no", "2026");

        assertThat(RefundPolicy.inquired(reply, "r1", number))
                .isEqualTo(new ModificationOutcome.Succeeded(Money.of(500, "CNY"), "2026"));
        assertThat(RefundPolicy.inquired(reply, "r2", number)).isInstanceOf(ModificationOutcome.Unknown.class);
        assertThat(RefundPolicy.inquired(reply, "r1", "another")).isInstanceOf(ModificationOutcome.Unknown.class);
        assertThat(RefundPolicy.inquired(granted(), "r1", number)).isInstanceOf(ModificationOutcome.Absent.class);
    }

    @Test
    void aGrantedRefundThatNobodySeesIsUnknownUnlessMoneyMoved() {
        var unseen = new ModificationOutcome.Absent("none");

        assertThat(RefundPolicy.granted(granted("fund_change", "Y"), unseen))
                .isInstanceOf(ModificationOutcome.Processing.class);
        assertThat(RefundPolicy.granted(granted("fund_change", "N"), unseen))
                .isInstanceOf(ModificationOutcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ACQ.SELLER_BALANCE_NOT_ENOUGH, Refused",
        "ACQ.TRADE_NOT_EXIST, Refused",
        "isv.invalid-signature, NotSent",
        "ACQ.INVALID_PARAMETER, NotSent",
        "ACQ.DISCORDANT_REPEAT_REQUEST, Unknown",
        "ACQ.SYSTEM_ERROR, Unknown",
        "NEVER_HEARD_OF, Unknown",
    })
    void refusalsOfARefund(String code, String kind) {
        assertThat(RefundPolicy.requested(refused(code), number)
                        .orElseThrow()
                        .getClass()
                        .getSimpleName())
                .isEqualTo(kind);
    }

    @Test
    void alipaysOwnFailuresAreTheChannelsFault() {
        assertThat(new Answer(Map.of("code", "20000")).refusalStatus()).isEqualTo(500);
        assertThat(new Answer(Map.of("code", "40004", "retry_flag", "Y")).refusalStatus())
                .isEqualTo(500);
        assertThat(((Unknown) TradePolicy.outcome(refused("ACQ.SYSTEM_ERROR"), number)).fault())
                .isEqualTo(Fault.CHANNEL);
        assertThat(((Unknown) TradePolicy.outcome(refused("isv.invalid-signature"), number)).fault())
                .isEqualTo(Fault.ORDER);
    }

    private Optional<ChannelOutcome> cancelled(Reply<Answer> reply) {
        return CancelPolicy.outcome(reply, number, false);
    }

    private OrderReference order(String method, Instant expiry) {
        return new OrderReference(number, PRICE, method, null, false, expiry, null, null);
    }

    private Reply<Answer> trade(String status, String... more) {
        var fields =
                new TreeMap<>(((Reply.Success<Answer>) granted(more)).document().fields());
        fields.putAll(Map.of("trade_status", status, "trade_no", "2026", "total_amount", "15.00"));
        return new Reply.Success<>(new Answer(fields));
    }

    private Reply<Answer> granted(String... more) {
        var fields = new TreeMap<>(Map.of("code", "10000", "out_trade_no", number));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return new Reply.Success<>(new Answer(fields));
    }

    private static Reply<Answer> refused(String code) {
        var answer = new Answer(Map.of("code", "40004", "sub_code", code, "sub_msg", "no"));
        return new Reply.Refusal<>(answer.refusalStatus(), answer.refusalCode(), answer.refusalMessage());
    }
}
