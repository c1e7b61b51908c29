package io.sluice.channels.wechat.model;

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
import io.sluice.core.channel.Fault;
import io.sluice.core.money.Money;

/** What a query's answer or a callback says about an order. */
public final class TradePolicy {

    /** The payer's bank refused, but the payer may still try again: not an end until the order is closed. */
    public static final String PAYERROR = "PAYERROR";

    private TradePolicy() {}

    /** @param order what was asked for */
    public static ChannelOutcome outcome(Reply<Trade> reply, OrderKey order) {
        return switch (reply) {
            case Success<Trade>(Trade trade) -> outcome(trade, order);
            case Refusal<Trade> refusal -> refused(refusal);
            case NotWritten<Trade>(String code, String message) -> new Unknown(code, message);
            case Lost<Trade>(String code, String message) -> new Unknown(code, message);
        };
    }

    private static ChannelOutcome refused(Refusal<Trade> refusal) {
        return switch (refusal.code()) {
            case "ORDER_NOT_EXIST" -> new Absent(refusal.code());
            case "USERPAYING" -> new Pending(null, null);
            default -> new Unknown(refusal.fault(), refusal.code(), refusal.message());
        };
    }

    public static ChannelOutcome outcome(Trade trade, OrderKey order) {
        if (!trade.isAbout(order)) {
            return new Unknown("answer_mismatch", "the channel speaks of another order, app or merchant");
        }
        return switch (trade.state()) {
            // What was refunded was paid before: the refund is a matter of its own.
            case "SUCCESS", "REFUND" -> approved(trade);
            case "NOTPAY", "USERPAYING", "ACCEPT" -> new Pending(null, null);
            case "CLOSED", "REVOKED" -> new Closed(trade.state());
            case PAYERROR -> new Unknown(Fault.ORDER, PAYERROR, "the payment failed, but the order can still be paid");
            default -> new Unknown("trade_state_unknown", "the channel says a trade state that is not documented");
        };
    }

    /** Whether the bank refused this very order, so that closing it makes the refusal final. */
    public static boolean endsByClosing(Reply<Trade> reply, OrderKey order) {
        return reply instanceof Success<Trade>(Trade trade)
                && trade.isAbout(order)
                && trade.state().equals(PAYERROR);
    }

    private static ChannelOutcome approved(Trade trade) {
        Long totalFen = trade.totalFen();
        if (totalFen == null || trade.transactionId().isEmpty()) {
            return unreadable("a paid order must come with amount.total and transaction_id");
        }
        try {
            return new Approved(Money.of(totalFen, trade.currency()), trade.transactionId());
        } catch (IllegalArgumentException noCurrency) {
            return unreadable("amount.currency must be an ISO 4217 code");
        }
    }

    private static Unknown unreadable(String message) {
        return new Unknown("answer_unreadable", message);
    }
}
