package io.sluice.channels.alipay.model;

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
import io.sluice.core.money.Money;
import java.util.Optional;
import java.util.Set;

/** What answers say about refunds. */
public final class RefundPolicy {

    /** Said when nothing was given back under the number, and nothing will be. */
    private static final Set<String> REFUSALS = Set.of(
            "ACQ.SELLER_BALANCE_NOT_ENOUGH",
            "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL",
            "ACQ.REASON_TRADE_BEEN_FREEZEN",
            "ACQ.REASON_TRADE_REFUND_FEE_ERR",
            "ACQ.TRADE_NOT_EXIST",
            "ACQ.TRADE_HAS_FINISHED",
            "ACQ.TRADE_HAS_CLOSE",
            "ACQ.TRADE_STATUS_ERROR",
            "ACQ.REASON_TRADE_STATUS_INVALID",
            "ACQ.TRADE_NOT_ALLOW_REFUND",
            "ACQ.NOT_ALLOW_PARTIAL_REFUND",
            "ACQ.ONLINE_TRADE_VOUCHER_NOT_ALLOW_REFUND",
            "ACQ.REFUND_CHARGE_ERROR",
            "ACQ.BUYER_ERROR",
            "ACQ.BUYER_NOT_EXIST",
            "ACQ.BUYER_ENABLE_STATUS_FORBID",
            "ACQ.USER_NOT_MATCH_ERR",
            "ACQ.CUSTOMER_VALIDATE_ERROR");

    private static final String DONE = "REFUND_SUCCESS";

    private RefundPolicy() {}

    /**
     * The answer to a request, where it ends the matter. Empty when it was granted: over how much the refund is only a query tells, for the
     * answer speaks of all that was ever given back of the order.
     */
    public static Optional<ModificationOutcome> requested(Reply<Answer> reply, String orderNumber) {
        return switch (reply) {
            case Success<Answer>(Answer answer) ->
                answer.isAbout(orderNumber) ? Optional.empty() : Optional.of(mismatch());
            case Refusal<Answer> refusal -> Optional.of(refused(refusal));
            case NotWritten<Answer>(String code, String message) ->
                Optional.of(new NotSent(Fault.CHANNEL, code, message));
            case Lost<Answer>(String code, String message) -> Optional.of(new Unknown(code, message));
        };
    }

    private static ModificationOutcome refused(Refusal<Answer> refusal) {
        if (REFUSALS.contains(refusal.code())) {
            return new Refused(refusal.code(), refusal.message());
        }
        return OutcomeCodes.saysNotProcessed(refusal.code())
                ? new NotSent(refusal.fault(), refusal.code(), refusal.message())
                : unknown(refusal);
    }

    /**
     * The answer to a request that was granted.
     *
     * @param asked what a query said after it
     */
    public static ModificationOutcome granted(Reply<Answer> reply, ModificationOutcome asked) {
        if (asked instanceof Succeeded) {
            return asked;
        }
        return hasMovedMoney(reply)
                ? new Processing(null)
                : new Unknown(Fault.ORDER, "refund_not_seen", "the refund is granted, and not seen yet");
    }

    /** Without it the refund was made before, or is not made yet and may still come to nothing. */
    private static boolean hasMovedMoney(Reply<Answer> reply) {
        return reply instanceof Success<Answer>(Answer answer)
                && answer.text("fund_change").equals("Y");
    }

    /** Of alipay.trade.fastpay.refund.query. */
    public static ModificationOutcome inquired(Reply<Answer> reply, String number, String orderNumber) {
        return switch (reply) {
            case Success<Answer>(Answer answer) -> outcome(answer, number, orderNumber);
            case Refusal<Answer> refusal
            when refusal.code().equals(TradePolicy.ABSENT) -> new Absent(TradePolicy.ABSENT);
            case Refusal<Answer> refusal -> unknown(refusal);
            case NotWritten<Answer>(String code, String message) -> new Unknown(code, message);
            case Lost<Answer>(String code, String message) -> new Unknown(code, message);
        };
    }

    /** A refund that has not arrived has no status, and neither has one that failed: both may be sent again. */
    private static ModificationOutcome outcome(Answer answer, String number, String orderNumber) {
        String status = answer.text("refund_status");
        if (status.isEmpty()) {
            return new Absent("REFUND_STATUS_MISSING");
        }
        if (!answer.isAbout(orderNumber) || !answer.text("out_request_no").equals(number)) {
            return mismatch();
        }
        return status.equals(DONE)
                ? succeeded(answer)
                : new Unknown("refund_status_unknown", "the channel says a refund status that is not documented");
    }

    private static ModificationOutcome succeeded(Answer answer) {
        Optional<Money> moved = Yuan.read(answer.text("refund_amount"));
        String tradeNo = answer.text("trade_no");
        return moved.isEmpty() || tradeNo.isEmpty()
                ? new Unknown("answer_unreadable", "a refund that was made must come with refund_amount and trade_no")
                : new Succeeded(moved.get(), tradeNo);
    }

    private static Unknown mismatch() {
        return new Unknown("answer_mismatch", "the channel speaks of another refund or order");
    }

    private static Unknown unknown(Refusal<Answer> refusal) {
        return new Unknown(refusal.fault(), refusal.code(), refusal.message());
    }
}
