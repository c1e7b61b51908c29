package io.sluice.channels.alipay.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.OutcomeCode;

/** What the answer to an order means. */
public final class OrderPolicy {

    private OrderPolicy() {}

    /** Of alipay.trade.precreate. */
    public static ChannelOutcome shown(Reply<Answer> reply, String number) {
        return reply instanceof Success<Answer>(Answer answer) ? qrCode(answer, number) : withoutGrant(reply);
    }

    private static ChannelOutcome qrCode(Answer answer, String number) {
        if (!answer.isAbout(number)) {
            return TradePolicy.MISMATCH;
        }
        String content = answer.text("qr_code");
        return content.isEmpty()
                ? TradePolicy.unreadable("an order that was taken must come with qr_code")
                : new Pending(NextAction.qrCode(content), null);
    }

    /** Of alipay.trade.pay. */
    public static ChannelOutcome charged(Reply<Answer> reply, String number) {
        return reply instanceof Success<Answer>(Answer answer) ? charged(answer, number) : withoutGrant(reply);
    }

    private static ChannelOutcome charged(Answer answer, String number) {
        if (!answer.isAbout(number)) {
            return TradePolicy.MISMATCH;
        }
        return answer.isWaiting() ? TradePolicy.pending(answer) : TradePolicy.approved(answer);
    }

    private static ChannelOutcome withoutGrant(Reply<Answer> reply) {
        return switch (reply) {
            case Success<Answer> granted -> throw new IllegalArgumentException("granted: " + granted);
            case Refusal<Answer> refusal -> refused(refusal, OutcomeCodes.of(refusal.code()));
            case NotWritten<Answer>(String code, String message) -> new NotSent(Fault.CHANNEL, code, message);
            case Lost<Answer>(String code, String message) -> new Unknown(code, message);
        };
    }

    private static ChannelOutcome refused(Refusal<Answer> refusal, OutcomeCode meaning) {
        String code = refusal.code();
        String message = refusal.message();
        return switch (meaning) {
            case DECLINED, INSUFFICIENT_FUNDS, LIMIT_EXCEEDED -> new Declined(false, meaning, code, message);
            case DECLINED_FOR_GOOD -> new Declined(true, meaning, code, message);
            case REQUEST_REFUSED, ACCOUNT_MISCONFIGURED, CHANNEL_BUSY ->
                new NotSent(refusal.fault(), meaning, code, message);
            case CLOSED_AT_CHANNEL -> new Closed(code);
            default -> new Unknown(refusal.fault(), code, message);
        };
    }
}
