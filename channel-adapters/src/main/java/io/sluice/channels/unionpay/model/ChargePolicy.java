package io.sluice.channels.unionpay.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.OutcomeCode;

/** What the answer says that comes at once when a bound card is charged: at best the order was taken on. */
public final class ChargePolicy {

    private static final String ACCEPTED = "05";

    private ChargePolicy() {}

    /** Whether the number was sent before, so that only a query tells what became of it. */
    public static boolean isRepeated(Reply<AcpMessage> reply) {
        return ModificationPolicy.isRepeated(reply);
    }

    /** @param number our own of the order that was sent */
    public static ChannelOutcome requested(Reply<AcpMessage> reply, String merchantId, String number) {
        return switch (reply) {
            case Success<AcpMessage>(AcpMessage answer) ->
                answer.isAbout(merchantId, number)
                        ? requested(answer)
                        : new Unknown("answer_mismatch", "the channel speaks of another order, time or merchant");
            case Refusal<AcpMessage>(int status, String code, String message) -> new Unknown(code, message);
            case NotWritten<AcpMessage>(String code, String message) -> new NotSent(Fault.CHANNEL, code, message);
            case Lost<AcpMessage>(String code, String message) -> new Unknown(code, message);
        };
    }

    private static ChannelOutcome requested(AcpMessage answer) {
        String code = answer.text("respCode");
        String message = answer.text("respMsg");
        return switch (Word.of(code)) {
            case DONE -> accepted(answer);
            case PENDING -> code.equals(ACCEPTED) ? accepted(answer) : new Unknown(code, message);
            case BUSY -> new NotSent(Fault.CHANNEL, code, message);
            case UNACCEPTABLE -> new NotSent(Fault.ORDER, code, message);
            case DUPLICATE, DEBITED -> new Unknown(Fault.ORDER, code, message);
            case ABSENT, FAILED ->
                new Declined(OutcomeCodes.isHard(code), OutcomeCodes.of(code, OutcomeCode.DECLINED), code, message);
        };
    }

    private static Pending accepted(AcpMessage answer) {
        return new Pending(null, answer.reference().isEmpty() ? null : answer.reference());
    }
}
