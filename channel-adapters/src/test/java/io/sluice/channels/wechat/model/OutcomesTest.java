package io.sluice.channels.wechat.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.model.Reply;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.Fault;
import io.sluice.core.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each documented code and state, as the outcome that it proves. */
class OutcomesTest {

    private static final OrderKey ORDER = new OrderKey("1900000001", "wx1", "abcdef");

    @ParameterizedTest
    @CsvSource({
        "400, PARAM_ERROR,         NotSent",
        "400, ORDER_CLOSED,        Closed",
        "400, INVALID_REQUEST,     Unknown",
        "401, SIGN_ERROR,          NotSent",
        "403, OUT_TRADE_NO_USED,   Unknown",
        "403, TRADE_ERROR,         Unknown",
        "403, RULE_LIMIT,          Declined",
        "403, NOT_ENOUGH,          Declined",
        "403, NO_AUTH,             NotSent",
        "429, FREQUENCY_LIMITED,   NotSent",
        "500, SYSTEM_ERROR,        Unknown",
        "500, BANK_ERROR,          Unknown",
        "202, USERPAYING,          Pending",
        "418, NEVER_SEEN_BEFORE,   Unknown",
    })
    void refusedOrder(int status, String code, String outcome) {
        assertKind(OrderPolicy.outcome(new Reply.Refusal<>(status, code, "")), outcome);
    }

    @Test
    void orderThatLeftNoByteIsNotSentAndOneThatDidIsUnknown() {
        assertKind(OrderPolicy.outcome(new Reply.NotWritten<>("connection_failed", "")), "NotSent");
        assertKind(OrderPolicy.outcome(new Reply.Lost<>("answer_lost", "")), "Unknown");
    }

    /** The breaker counts only what is the channel's fault. */
    @ParameterizedTest
    @CsvSource({
        "400, PARAM_ERROR,           ORDER",
        "400, APPID_MCHID_NOT_MATCH, ORDER",
        "401, SIGN_ERROR,            ORDER",
        "403, OUT_TRADE_NO_USED,     ORDER",
        "429, FREQUENCY_LIMITED,     ORDER",
        "500, SYSTEM_ERROR,          CHANNEL",
        "500, BANK_ERROR,            CHANNEL",
        "503, NEVER_SEEN_BEFORE,     CHANNEL",
    })
    void faultOfARefusedOrder(int status, String code, Fault fault) {
        assertThat(fault(OrderPolicy.outcome(new Reply.Refusal<>(status, code, ""))))
                .isEqualTo(fault);
    }

    @Test
    void whatNeverArrivedOrWasNeverAnsweredIsTheChannelsFault() {
        assertThat(fault(OrderPolicy.outcome(new Reply.NotWritten<>("connection_failed", ""))))
                .isEqualTo(Fault.CHANNEL);
        assertThat(fault(OrderPolicy.outcome(new Reply.Lost<>("answer_timeout", ""))))
                .isEqualTo(Fault.CHANNEL);
        assertThat(fault(TradePolicy.outcome(new Reply.Lost<>("answer_lost", ""), ORDER)))
                .isEqualTo(Fault.CHANNEL);
    }

    @Test
    void aPayersFailedTryIsNotTheChannelsFault() {
        assertThat(fault(TradePolicy.outcome(trade("PAYERROR", ORDER, 1500L, "CNY"), ORDER)))
                .isEqualTo(Fault.ORDER);
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCESS,    Approved",
        "REFUND,     Approved",
        "NOTPAY,     Pending",
        "USERPAYING, Pending",
        "ACCEPT,     Pending",
        "CLOSED,     Closed",
        "REVOKED,    Closed",
        "PAYERROR,   Unknown",
        "SOMETHING,  Unknown",
    })
    void tradeState(String state, String outcome) {
        assertKind(TradePolicy.outcome(trade(state, ORDER, 1500L, "CNY"), ORDER), outcome);
    }

    @Test
    void approvalCarriesWhatTheChannelSaysItTook() {
        assertThat(TradePolicy.outcome(trade("SUCCESS", ORDER, 1501L, "HKD"), ORDER))
                .isEqualTo(new Approved(Money.of(1501, "HKD"), "4200"));
    }

    @Test
    void approvalWithoutAmountCurrencyOrTransactionIsUnknown() {
        assertKind(TradePolicy.outcome(trade("SUCCESS", ORDER, null, "CNY"), ORDER), "Unknown");
        assertKind(TradePolicy.outcome(trade("SUCCESS", ORDER, 1500L, "RENMINBI"), ORDER), "Unknown");
        var unnumbered = new Trade("wx1", "1900000001", "abcdef", "SUCCESS", "", 1500L, "CNY");
        assertKind(TradePolicy.outcome(unnumbered, ORDER), "Unknown");
    }

    @ParameterizedTest
    @CsvSource({"1900000002, wx1, abcdef", "1900000001, wx2, abcdef", "1900000001, wx1, abcdeg"})
    void wordAboutAnotherOrderIsAMismatch(String mchid, String appid, String number) {
        Trade other = trade("SUCCESS", new OrderKey(mchid, appid, number), 1500L, "CNY");

        assertThat(TradePolicy.outcome(other, ORDER))
                .isInstanceOfSatisfying(
                        ChannelOutcome.Unknown.class,
                        it -> assertThat(it.code()).isEqualTo("answer_mismatch"));
        assertThat(TradePolicy.endsByClosing(
                        new Reply.Success<>(trade("PAYERROR", new OrderKey(mchid, appid, number), null, "")), ORDER))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "404, ORDER_NOT_EXIST,     Absent",
        "404, RESOURCE_NOT_EXISTS, Unknown",
        "202, USERPAYING,          Pending",
        "429, FREQUENCY_LIMITED,   Unknown",
        "401, SIGN_ERROR,          Unknown",
        "500, SYSTEM_ERROR,        Unknown",
    })
    void refusedQuery(int status, String code, String outcome) {
        assertKind(TradePolicy.outcome(new Reply.Refusal<>(status, code, ""), ORDER), outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ORDER_CLOSED,      Closed",
        "404, ORDER_NOT_EXIST,   Absent",
        "400, ORDERPAID,         ask",
        "400, INVALID_REQUEST,   ask",
        "429, FREQUENCY_LIMITED, Unknown",
        "401, SIGN_ERROR,        Unknown",
        "500, SYSTEM_ERROR,      Unknown",
    })
    void refusedClose(int status, String code, String outcome) {
        Optional<ChannelOutcome> decided = ClosePolicy.outcome(new Reply.Refusal<>(status, code, ""));

        assertThat(decided.map(it -> it.getClass().getSimpleName()).orElse("ask"))
                .isEqualTo(outcome);
    }

    private static Fault fault(ChannelOutcome outcome) {
        return switch (outcome) {
            case ChannelOutcome.NotSent notSent -> notSent.fault();
            case ChannelOutcome.Unknown unknown -> unknown.fault();
            default -> throw new AssertionError(outcome + " is nobody's fault");
        };
    }

    private static Trade trade(String state, OrderKey order, @Nullable Long fen, String currency) {
        return new Trade(order.appId(), order.merchantId(), order.number(), state, "4200", fen, currency);
    }

    private static void assertKind(ChannelOutcome outcome, String kind) {
        assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
    }
}
