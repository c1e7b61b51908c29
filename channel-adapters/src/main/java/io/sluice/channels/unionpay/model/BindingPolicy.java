package io.sluice.channels.unionpay.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.AgreementOrder;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.AgreementOutcome.Absent;
import io.sluice.core.channel.AgreementOutcome.Declined;
import io.sluice.core.channel.AgreementOutcome.Ended;
import io.sluice.core.channel.AgreementOutcome.NotSent;
import io.sluice.core.channel.AgreementOutcome.Pending;
import io.sluice.core.channel.AgreementOutcome.Signed;
import io.sluice.core.channel.AgreementOutcome.Unknown;
import io.sluice.core.channel.AgreementOutcome.WrongCode;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.OutcomeCode;
import java.util.function.Supplier;

/** What answers say about bound cards. */
public final class BindingPolicy {

    /** The code is not the one that was sent, or is too old. */
    private static final String CODE_WRONG = "71";

    private static final Unknown MISMATCH =
            new Unknown("answer_mismatch", "the channel speaks of another transaction, binding or merchant");

    private BindingPolicy() {}

    /** Whether the number was sent before, so that only a query tells what became of it. */
    public static boolean isRepeated(Reply<AcpMessage> reply) {
        return reply instanceof Success<AcpMessage>(AcpMessage answer)
                && Word.of(answer.text("respCode")) == Word.DUPLICATE;
    }

    /** A message that was asked for before was sent before. */
    public static AgreementOutcome sent(Reply<AcpMessage> reply, AgreementOrder order, String merchantId) {
        Pending pending = new Pending(NextAction.smsCode(order.phone()));
        return isRepeated(reply)
                ? pending
                : outcome(reply, merchantId, order.number(), order.agreement(), () -> pending);
    }

    public static AgreementOutcome bound(Reply<AcpMessage> reply, AgreementOrder order, String merchantId) {
        return outcome(reply, merchantId, order.number(), order.agreement(), () -> new Signed(order.agreement()));
    }

    public static AgreementOutcome unbound(Reply<AcpMessage> reply, AgreementReference agreement, String merchantId) {
        return outcome(reply, merchantId, agreement.number(), agreement.agreement(), () -> new Ended("00"));
    }

    /** What a query did not find out says nothing about the binding. */
    public static AgreementOutcome inquired(Reply<AcpMessage> reply, AgreementReference agreement, String merchantId) {
        AgreementOutcome said = outcome(
                reply, merchantId, agreement.number(), agreement.agreement(), () -> new Signed(agreement.agreement()));
        return switch (said) {
            case NotSent(var fault, String code, String message) -> new Unknown(fault, code, message);
            case Declined(var meaning, String code, String message) -> new Unknown(Fault.ORDER, code, message);
            case WrongCode(String code) -> new Unknown(Fault.ORDER, code, "a query needs no code");
            case Pending _, Signed _, Ended _, Absent _, Unknown _ -> said;
        };
    }

    private static AgreementOutcome outcome(
            Reply<AcpMessage> reply,
            String merchantId,
            String number,
            String agreement,
            Supplier<AgreementOutcome> done) {
        return switch (reply) {
            case Success<AcpMessage>(AcpMessage answer) ->
                answer.isAbout(merchantId, number) ? said(answer, agreement, done) : MISMATCH;
            case Refusal<AcpMessage>(int status, String code, String message) -> new Unknown(code, message);
            case NotWritten<AcpMessage>(String code, String message) -> new NotSent(Fault.CHANNEL, code, message);
            case Lost<AcpMessage>(String code, String message) -> new Unknown(code, message);
        };
    }

    private static AgreementOutcome said(AcpMessage answer, String agreement, Supplier<AgreementOutcome> done) {
        String code = answer.text("respCode");
        String message = answer.text("respMsg");
        if (code.equals(CODE_WRONG)) {
            return new WrongCode(code);
        }
        return switch (Word.of(code)) {
            case DONE -> answer.text("bindId").equals(agreement) ? done.get() : MISMATCH;
            case PENDING -> new Unknown(code, message);
            case BUSY -> new NotSent(Fault.CHANNEL, code, message);
            case UNACCEPTABLE -> new NotSent(Fault.ORDER, code, message);
            case DUPLICATE, DEBITED -> new Unknown(Fault.ORDER, code, message);
            case ABSENT -> new Absent(code);
            case FAILED -> new Declined(OutcomeCodes.of(code, OutcomeCode.DECLINED), code, message);
        };
    }
}
