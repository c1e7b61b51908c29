package io.sluice.channels.alipay.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;

/** What a query's answer or a notify says about an order. */
public final class TradePolicy {

    static final Unknown MISMATCH = new Unknown("answer_mismatch", "the channel speaks of another order");

    private static final String CLOSED = "TRADE_CLOSED";

    static final String ABSENT = "ACQ.TRADE_NOT_EXIST";

    private TradePolicy() {}

    /** Of alipay.trade.query. */
    public static ChannelOutcome outcome(Reply<Answer> reply, String number) {
        return switch (reply) {
            case Success<Answer>(Answer trade) -> outcome(trade, number);
            case Refusal<Answer> refusal when refusal.code().equals(ABSENT) -> new Absent(ABSENT);
            case Refusal<Answer> refusal -> new Unknown(refusal.fault(), refusal.code(), refusal.message());
            case NotWritten<Answer>(String code, String message) -> new Unknown(code, message);
            case Lost<Answer>(String code, String message) -> new Unknown(code, message);
        };
    }

    public static ChannelOutcome outcome(Answer trade, String number) {
        if (!trade.isAbout(number)) {
            return MISMATCH;
        }
        return switch (trade.text("trade_status")) {
            case "WAIT_BUYER_PAY" -> pending(trade);
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> approved(trade);
            // It is said of what nobody paid, and of what was refunded to the last fen: that was paid before, and the
            // refunds
            // are matters of their own.
            case CLOSED -> wasGivenBack(trade) ? approved(trade) : new Closed(CLOSED);
            default -> new Unknown("trade_status_unknown", "the channel says a trade status that is not documented");
        };
    }

    /** Closed, after it was paid. */
    public static boolean wasGivenBack(Answer trade) {
        return trade.text("trade_status").equals(CLOSED) && wasPaid(trade);
    }

    /** Answers have {@code send_pay_date}, notifies {@code gmt_payment}. */
    private static boolean wasPaid(Answer trade) {
        return !trade.text("send_pay_date").isEmpty()
                || !trade.text("gmt_payment").isEmpty();
    }

    static Pending pending(Answer trade) {
        String tradeNo = trade.text("trade_no");
        return new Pending(null, tradeNo.isEmpty() ? null : tradeNo);
    }

    static ChannelOutcome approved(Answer trade) {
        String tradeNo = trade.text("trade_no");
        return tradeNo.isEmpty()
                ? unreadable("a paid order must come with trade_no")
                : Yuan.read(trade.text("total_amount"))
                        .<ChannelOutcome>map(total -> new Approved(total, tradeNo))
                        .orElseGet(() -> unreadable("a paid order must come with total_amount, such as 15.00"));
    }

    static Unknown unreadable(String message) {
        return new Unknown("answer_unreadable", message);
    }
}
