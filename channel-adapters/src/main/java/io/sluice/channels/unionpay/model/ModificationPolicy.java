package io.sluice.channels.unionpay.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.Absent;
import io.sluice.core.channel.ModificationOutcome.NotSent;
import io.sluice.core.channel.ModificationOutcome.Processing;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.ModificationOutcome.Unknown;

/** What answers and notices say about completions, voids, refunds and payouts. */
public final class ModificationPolicy {

    private static final String ACCEPTED = "05";
    private static final Unknown MISMATCH =
            new Unknown("answer_mismatch", "the channel speaks of another transaction, time or merchant");

    private ModificationPolicy() {}

    /** Whether the number was sent before, so that only a query tells what became of it. */
    public static boolean isRepeated(Reply<AcpMessage> reply) {
        return reply instanceof Success<AcpMessage>(AcpMessage answer)
                && Word.of(answer.text("respCode")) == Word.DUPLICATE;
    }

    /** The answer to a request: at best it was taken on. */
    public static ModificationOutcome requested(Reply<AcpMessage> reply, String number, String merchantId) {
        return switch (reply) {
            case Success<AcpMessage>(AcpMessage answer) ->
                answer.isAbout(merchantId, number) ? requested(answer) : MISMATCH;
            case Refusal<AcpMessage>(int status, String code, String message) -> new Unknown(code, message);
            case NotWritten<AcpMessage>(String code, String message) -> new NotSent(Fault.CHANNEL, code, message);
            case Lost<AcpMessage>(String code, String message) -> new Unknown(code, message);
        };
    }

    private static ModificationOutcome requested(AcpMessage answer) {
        String code = answer.text("respCode");
        String message = answer.text("respMsg");
        return switch (Word.of(code)) {
            case DONE -> processing(answer);
            case PENDING -> code.equals(ACCEPTED) ? processing(answer) : new Unknown(code, message);
            case BUSY -> new NotSent(Fault.CHANNEL, code, message);
            case UNACCEPTABLE -> new NotSent(Fault.ORDER, code, message);
            case DUPLICATE, DEBITED -> new Unknown(Fault.ORDER, code, message);
            case ABSENT, FAILED -> new Refused(code, message);
        };
    }

    private static Processing processing(AcpMessage answer) {
        return new Processing(answer.reference().isEmpty() ? null : answer.reference());
    }

    /** The answer to a query. */
    public static ModificationOutcome inquired(Reply<AcpMessage> reply, String number, String merchantId) {
        return switch (reply) {
            case Success<AcpMessage>(AcpMessage answer) ->
                answer.isAbout(merchantId, number) ? inquired(answer) : MISMATCH;
            case Refusal<AcpMessage>(int status, String code, String message) -> new Unknown(code, message);
            case NotWritten<AcpMessage>(String code, String message) -> new Unknown(code, message);
            case Lost<AcpMessage>(String code, String message) -> new Unknown(code, message);
        };
    }

    private static ModificationOutcome inquired(AcpMessage answer) {
        String code = answer.text("respCode");
        return switch (Word.of(code)) {
            case DONE -> outcome(answer, answer.text("origRespCode"), answer.text("origRespMsg"));
            case ABSENT -> new Absent(code);
            case BUSY, PENDING -> new Unknown(code, answer.text("respMsg"));
            default -> new Unknown(Fault.ORDER, code, answer.text("respMsg"));
        };
    }

    /** Of an authentic notice. */
    public static ModificationOutcome noticed(AcpMessage notice) {
        return outcome(notice, notice.text("respCode"), notice.text("respMsg"));
    }

    private static ModificationOutcome outcome(AcpMessage about, String code, String message) {
        return switch (Word.of(code)) {
            case DONE -> succeeded(about);
            case PENDING -> processing(about);
            case DEBITED -> new Unknown(Fault.ORDER, code, message);
            case BUSY, UNACCEPTABLE, DUPLICATE, ABSENT, FAILED -> new Refused(code, message);
        };
    }

    private static ModificationOutcome succeeded(AcpMessage about) {
        return about.amount()
                .filter(amount -> !about.reference().isEmpty())
                .<ModificationOutcome>map(amount -> new Succeeded(amount, about.reference()))
                .orElseGet(() -> new Unknown(
                        "answer_unreadable", "money that moved must come with txnAmt, currencyCode and queryId"));
    }
}
