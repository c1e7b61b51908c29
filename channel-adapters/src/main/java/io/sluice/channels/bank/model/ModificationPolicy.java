package io.sluice.channels.bank.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Irreversible;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.NotSent;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.ModificationOutcome.Unknown;

/** What the host's answers mean for completions, voids and refunds. */
public final class ModificationPolicy {

    private static final String NO_ORIGINAL = "25";

    private ModificationPolicy() {}

    public static ModificationOutcome asked(Reply<Message> reply, Kind kind, ModificationOrder order, Trace trace) {
        return switch (reply) {
            case Success<Message>(Message answer) -> answered(answer, kind, order, trace);
            case Refusal<Message>(int status, String code, String message) -> new Unknown(code, message);
            case NotWritten<Message>(String code, String message) -> new NotSent(Fault.CHANNEL, code, message);
            case Lost<Message>(String code, String message) -> new Unknown(code, message);
        };
    }

    private static ModificationOutcome answered(Message answer, Kind kind, ModificationOrder order, Trace trace) {
        String code = answer.text(Field.CODE);
        if (code.equals(NO_ORIGINAL)) {
            // What is not held any more needs no release.
            return kind == Kind.PREAUTH_VOID
                    ? new Succeeded(order.amount(), Reference.of(trace, answer).toString())
                    : new Refused(code, "the bank does not know what is to be modified");
        }
        return switch (Answer.of(code)) {
            case APPROVED ->
                new Succeeded(
                        OrderPolicy.amount(answer, order.amount()),
                        Reference.of(trace, answer).toString());
            case HARD_DECLINE, SOFT_DECLINE -> new Refused(code, "refused by the bank");
            case TECHNICAL, DUPLICATE, SESSION -> new NotSent(Fault.CHANNEL, code, "the bank did not process it");
            case PARTLY, UNKNOWN -> new Unknown(code, "the bank does not say what became of it");
        };
    }

    /** What became of one that was taken back because nobody knew. */
    public static ModificationOutcome reversed(ChannelOutcome reversal) {
        return switch (reversal) {
            case Reversed(String code) -> new Refused(code, "no answer came in time, so that the bank took it back");
            case Irreversible(var moved, String reference) -> new Succeeded(moved, reference);
            case ChannelOutcome.Unknown(Fault fault, String code, String message) -> new Unknown(fault, code, message);
            default -> new Unknown("reversal_unreadable", "that is no answer to a reversal");
        };
    }
}
