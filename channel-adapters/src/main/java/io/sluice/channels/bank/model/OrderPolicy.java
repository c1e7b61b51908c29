package io.sluice.channels.bank.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.Irreversible;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.money.Money;

/** What the host's answers mean for a purchase, a pre-authorization and their reversal. */
public final class OrderPolicy {

    private static final String STANDS = "21";
    private static final String NO_ORIGINAL = "25";

    private OrderPolicy() {}

    /** @param kind purchase or pre-authorization */
    public static ChannelOutcome opened(Reply<Message> reply, Kind kind, Money asked, Trace trace) {
        return switch (reply) {
            case Success<Message>(Message answer) -> answered(answer, kind, asked, trace);
            case Refusal<Message>(int status, String code, String message) -> new Unknown(code, message);
            case NotWritten<Message>(String code, String message) -> new NotSent(Fault.CHANNEL, code, message);
            case Lost<Message>(String code, String message) -> new Unknown(code, message);
        };
    }

    private static ChannelOutcome answered(Message answer, Kind kind, Money asked, Trace trace) {
        String code = answer.text(Field.CODE);
        return switch (Answer.of(code)) {
            case APPROVED -> approved(answer, kind, asked, Reference.of(trace, answer));
            case PARTLY -> new Unknown(Fault.ORDER, code, "a part was approved, which is not what was asked for");
            case HARD_DECLINE ->
                new Declined(true, OutcomeCodes.of(code, OutcomeCode.DECLINED_FOR_GOOD), code, "declined by the bank");
            case SOFT_DECLINE ->
                new Declined(false, OutcomeCodes.of(code, OutcomeCode.DECLINED), code, "declined by the bank");
            case TECHNICAL -> new NotSent(Fault.CHANNEL, code, "the bank did not process it");
            case DUPLICATE -> new NotSent(Fault.CHANNEL, code, "no free STAN was found");
            case SESSION -> new NotSent(Fault.CHANNEL, code, "the bank refuses the terminal's session");
            case UNKNOWN -> new Unknown(code, "the bank does not say what became of it");
        };
    }

    private static ChannelOutcome approved(Message answer, Kind kind, Money asked, Reference reference) {
        Money moved = amount(answer, asked);
        return kind == Kind.PREAUTH
                ? new Authorized(moved, reference.toString())
                : new Approved(moved, reference.toString());
    }

    /** The answer's own, compared later; where it says none it is the one that was asked for. */
    static Money amount(Message answer, Money asked) {
        String stated = answer.text(Field.AMOUNT);
        return stated.matches("[0-9]{12}") ? new Money(Long.parseLong(stated), asked.currency()) : asked;
    }

    /** A host that never had it has it remembered that it must not be done. */
    public static ChannelOutcome reversed(Reply<Message> reply, Money asked, Trace trace) {
        return switch (reply) {
            case Success<Message>(Message answer) -> reversed(answer, asked, trace);
            case Refusal<Message>(int status, String code, String message) -> new Unknown(code, message);
            case NotWritten<Message>(String code, String message) -> new Unknown(code, message);
            case Lost<Message>(String code, String message) -> new Unknown(code, message);
        };
    }

    private static ChannelOutcome reversed(Message answer, Money asked, Trace trace) {
        String code = answer.text(Field.CODE);
        if (code.equals(STANDS)) {
            return new Irreversible(
                    amount(answer, asked), Reference.of(trace, answer).toString());
        }
        boolean takenBack = code.equals(NO_ORIGINAL)
                || Answer.of(code) == Answer.APPROVED
                // Every STAN that it could have been sent under is another transaction's.
                || Answer.of(code) == Answer.DUPLICATE;
        return takenBack ? new Reversed(code) : new Unknown(code, "the bank does not say whether it took it back");
    }
}
