package io.sluice.channels.wechat.model;

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

    public static ChannelOutcome outcome(Reply<NextAction> reply) {
        return switch (reply) {
            case Success<NextAction>(NextAction action) -> new Pending(action, null);
            case Refusal<NextAction> refusal -> refused(refusal);
            case NotWritten<NextAction>(String code, String message) -> new NotSent(Fault.CHANNEL, code, message);
            case Lost<NextAction>(String code, String message) -> new Unknown(code, message);
        };
    }

    /**
     * Only codes that say that nothing was done are definite. The others leave it open: OUT_TRADE_NO_USED and
     * INVALID_REQUEST are also said of an order that was made and even paid, so a query must decide.
     */
    private static ChannelOutcome refused(Refusal<NextAction> refusal) {
        String code = refusal.code();
        String message = refusal.message();
        return switch (code) {
            case "USERPAYING" -> new Pending(null, null);
            case "ORDER_CLOSED" -> new Closed(code);
            case "RULE_LIMIT", "NOT_ENOUGH" ->
                new Declined(false, OutcomeCodes.of(code, OutcomeCode.DECLINED), code, message);
            case "PARAM_ERROR",
                    "APPID_MCHID_NOT_MATCH",
                    "MCH_NOT_EXISTS",
                    "NO_AUTH",
                    "SIGN_ERROR",
                    "FREQUENCY_LIMITED" ->
                new NotSent(refusal.fault(), OutcomeCodes.of(code, OutcomeCode.REQUEST_REFUSED), code, message);
            default -> new Unknown(refusal.fault(), code, message);
        };
    }
}
