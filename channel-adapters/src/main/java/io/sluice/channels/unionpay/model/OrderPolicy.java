package io.sluice.channels.unionpay.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a query's answer or a notice says about an order. */
public final class OrderPolicy {

    private OrderPolicy() {}

    /** @param number our own of the order that was asked about */
    public static ChannelOutcome inquired(Reply<AcpMessage> reply, String merchantId, String number) {
        return switch (reply) {
            case Success<AcpMessage>(AcpMessage answer) -> inquired(answer, merchantId, number);
            case Refusal<AcpMessage>(int status, String code, String message) -> new Unknown(code, message);
            case NotWritten<AcpMessage>(String code, String message) -> new Unknown(code, message);
            case Lost<AcpMessage>(String code, String message) -> new Unknown(code, message);
        };
    }

    private static ChannelOutcome inquired(AcpMessage answer, String merchantId, String number) {
        if (!answer.isAbout(merchantId, number)) {
            return new Unknown("answer_mismatch", "the channel speaks of another order, time or merchant");
        }
        String code = answer.text("respCode");
        return switch (Word.of(code)) {
            case DONE -> outcome(answer, answer.text("origRespCode"), answer.text("origRespMsg"));
            case ABSENT -> new Absent(code);
            case BUSY, PENDING -> new Unknown(code, answer.text("respMsg"));
            default -> new Unknown(Fault.ORDER, code, answer.text("respMsg"));
        };
    }

    /** Of an authentic notice. */
    public static ChannelOutcome noticed(AcpMessage notice) {
        return outcome(notice, notice.text("respCode"), notice.text("respMsg"));
    }

    private static ChannelOutcome outcome(AcpMessage about, String code, String message) {
        return switch (Word.of(code)) {
            case DONE -> moved(about);
            case PENDING -> new Pending(null, about.reference().isEmpty() ? null : about.reference());
            case DEBITED -> new Unknown(Fault.ORDER, code, "the card was debited, and not all was done: " + message);
            case BUSY, UNACCEPTABLE, DUPLICATE, ABSENT, FAILED ->
                new Declined(OutcomeCodes.isHard(code), OutcomeCodes.of(code, OutcomeCode.DECLINED), code, message);
        };
    }

    private static ChannelOutcome moved(AcpMessage about) {
        Optional<Money> amount = about.amount();
        Optional<TransactionType> type = about.type().filter(TransactionType::opens);
        if (amount.isEmpty() || type.isEmpty() || about.reference().isEmpty()) {
            return new Unknown(
                    "answer_unreadable", "money that moved must come with txnType, txnAmt, currencyCode and queryId");
        }
        return type.get() == TransactionType.PREAUTH
                ? new Authorized(amount.get(), about.reference())
                : new Approved(amount.get(), about.reference());
    }

    /**
     * An order cannot be closed at UnionPay: the form is in the payer's hands, and {@code payTimeout} ends its life. What comes after
     * that is given back by UnionPay itself.
     *
     * @param outcome what a query says now
     * @param grace how long after the time-out what came before it may not be known yet
     */
    public static ChannelOutcome closed(ChannelOutcome outcome, OrderReference order, Duration grace, Instant now) {
        Instant end = order.expiresAt();
        if (!(outcome instanceof Absent) || end == null) {
            return outcome;
        }
        return now.isBefore(end.plus(grace)) ? new Pending(null, null) : new Closed("PAY_TIMEOUT");
    }
}
