package io.sluice.channels.walk;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.NextAction;

/** What the wallet's words mean. */
final class ChargePolicy {
    private ChargePolicy() {}

    /** Of the answer to an order: what was not done is not sent. */
    static ChannelOutcome placed(Reply<Charge> reply, String number) {
        return switch (reply) {
            case NotWritten<Charge>(String code, String message) -> new NotSent(Fault.CHANNEL, code, message);
            case Refusal<Charge> refusal
            when refusal.status() < 500 -> new NotSent(refusal.fault(), refusal.code(), refusal.message());
            default -> asked(reply, number);
        };
    }

    /** Of the answer to a question or a close: who is not answered knows nothing. */
    static ChannelOutcome asked(Reply<Charge> reply, String number) {
        return switch (reply) {
            case Success<Charge>(Charge charge) -> outcome(charge, number);
            case Refusal<Charge> refusal when refusal.code().equals("unknown_charge") -> new Absent(refusal.code());
            case Refusal<Charge> refusal -> new Unknown(refusal.fault(), refusal.code(), refusal.message());
            case NotWritten<Charge>(String code, String message) -> new Unknown(code, message);
            case Lost<Charge>(String code, String message) -> new Unknown(code, message);
        };
    }

    static ChannelOutcome outcome(Charge charge, String number) {
        if (!charge.number().equals(number)) {
            return new Unknown("answer_mismatch", "the channel speaks of another order");
        }
        return switch (charge.state()) {
            case "open" -> new Pending(NextAction.redirect(charge.link()), charge.id());
            case "paid" -> new Approved(charge.amount(), charge.id());
            case "refused" -> new Declined(false, "refused", "the wallet refused the payer");
            case "closed" -> new Closed("closed");
            default -> new Unknown("state_unknown", "the channel says a state that is not documented");
        };
    }
}
