package io.sluice.channels.alipay.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.OrderReference;
import java.util.Optional;

/** What the answer to a close means. */
public final class ClosePolicy {

    private ClosePolicy() {}

    /**
     * Empty when the channel would not close the order and only a query can tell why: most likely it was paid.
     *
     * @param absenceIsFinal see {@link AbsencePolicy}
     */
    public static Optional<ChannelOutcome> outcome(Reply<Answer> reply, OrderReference order, boolean absenceIsFinal) {
        return switch (reply) {
            case Success<Answer>(Answer answer) ->
                Optional.of(answer.isAbout(order.number()) ? new Closed("CLOSED") : TradePolicy.MISMATCH);
            case Refusal<Answer> refusal
            when refusal.code().equals(TradePolicy.ABSENT) -> Optional.of(absent(order, absenceIsFinal));
            case Refusal<Answer> refusal -> refused(refusal);
            case NotWritten<Answer>(String code, String message) -> Optional.of(new Unknown(code, message));
            case Lost<Answer>(String code, String message) -> Optional.of(new Unknown(code, message));
        };
    }

    /** What the payer was shown cannot be taken from him: it ends by its own time, and waits until then. */
    private static ChannelOutcome absent(OrderReference order, boolean isFinal) {
        if (!AbsencePolicy.isBegunByThePayer(order)) {
            return new Absent(TradePolicy.ABSENT);
        }
        return isFinal ? new Closed(TradePolicy.ABSENT) : new Pending(null, null);
    }

    private static Optional<ChannelOutcome> refused(Refusal<Answer> refusal) {
        return refusal.fault() == Fault.CHANNEL || OutcomeCodes.saysNotProcessed(refusal.code())
                ? Optional.of(new Unknown(refusal.fault(), refusal.code(), refusal.message()))
                : Optional.empty();
    }
}
