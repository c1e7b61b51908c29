package io.sluice.channels.alipay.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Irreversible;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.money.Money;
import java.util.Optional;

/** What the answer to a cancel means, by which an order is taken back whatever it did. */
public final class CancelPolicy {

    private static final String AGAIN = "Y";

    private CancelPolicy() {}

    /**
     * Empty when the channel would not cancel the order and only a query can tell why.
     *
     * @param absenceIsFinal see {@link AbsencePolicy}
     */
    public static Optional<ChannelOutcome> outcome(Reply<Answer> reply, String number, boolean absenceIsFinal) {
        return switch (reply) {
            case Success<Answer>(Answer answer) -> Optional.of(cancelled(answer, number, absenceIsFinal));
            case Refusal<Answer> refusal
            when refusal.code().equals(TradePolicy.ABSENT) -> Optional.of(absent(absenceIsFinal));
            case Refusal<Answer> refusal
            when refusal.fault() == Fault.CHANNEL || OutcomeCodes.saysNotProcessed(refusal.code()) ->
                Optional.of(new Unknown(refusal.fault(), refusal.code(), refusal.message()));
            case Refusal<Answer> refusal -> Optional.empty();
            case NotWritten<Answer>(String code, String message) -> Optional.of(new Unknown(code, message));
            case Lost<Answer>(String code, String message) -> Optional.of(new Unknown(code, message));
        };
    }

    /** Without an action there was nothing to cancel: Alipay knows of no such trade. */
    private static ChannelOutcome cancelled(Answer answer, String number, boolean absenceIsFinal) {
        String action = answer.text("action");
        if (!answer.isAbout(number)) {
            return TradePolicy.MISMATCH;
        }
        if (answer.text("retry_flag").equals(AGAIN)) {
            return new Unknown("cancel_again", "the channel wants to be asked again");
        }
        return switch (action) {
            case "close", "refund" -> new Reversed(action);
            case "" -> absent(absenceIsFinal);
            default -> new Unknown("cancel_action_unknown", "the channel did what is not documented");
        };
    }

    private static ChannelOutcome absent(boolean isFinal) {
        return isFinal
                ? new Reversed(TradePolicy.ABSENT)
                : new Unknown("absent_for_now", "the channel may not know the order yet");
    }

    /** @param asked what a query said after the cancel was refused */
    public static ChannelOutcome refused(ChannelOutcome asked) {
        return switch (asked) {
            case Approved(Money paid, String reference) -> new Irreversible(paid, reference);
            case Closed(String code) -> new Reversed(code);
            case Unknown unknown -> unknown;
            default -> new Unknown(Fault.ORDER, "cancel_refused", "the channel neither cancels the order nor ends it");
        };
    }
}
