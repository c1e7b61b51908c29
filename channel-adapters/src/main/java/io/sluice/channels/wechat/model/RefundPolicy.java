package io.sluice.channels.wechat.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.Abnormal;
import io.sluice.core.channel.ModificationOutcome.Absent;
import io.sluice.core.channel.ModificationOutcome.NotSent;
import io.sluice.core.channel.ModificationOutcome.Processing;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.ModificationOutcome.Unknown;
import io.sluice.core.money.Money;

/** What answers and callbacks say about a refund. */
public final class RefundPolicy {

    private RefundPolicy() {}

    /** The answer to a refund's request. */
    public static ModificationOutcome requested(Reply<RefundStatus> reply, ModificationOrder order) {
        return switch (reply) {
            case Success<RefundStatus>(RefundStatus status) -> about(status, order);
            case Refusal<RefundStatus> refusal -> refused(refusal);
            case NotWritten<RefundStatus>(String code, String message) -> new NotSent(Fault.CHANNEL, code, message);
            case Lost<RefundStatus>(String code, String message) -> new Unknown(code, message);
        };
    }

    /** The answer to a question. */
    public static ModificationOutcome inquired(Reply<RefundStatus> reply, ModificationOrder order) {
        return switch (reply) {
            case Success<RefundStatus>(RefundStatus status) -> about(status, order);
            case Refusal<RefundStatus> refusal
            when refusal.code().equals("RESOURCE_NOT_EXISTS") -> new Absent(refusal.code());
            case Refusal<RefundStatus> refusal -> unknown(refusal);
            case NotWritten<RefundStatus>(String code, String message) -> new Unknown(code, message);
            case Lost<RefundStatus>(String code, String message) -> new Unknown(code, message);
        };
    }

    /**
     * A number is new when it is first sent, and it is sent again only after the channel has denied it, each time with the
     * same parameters: so a refusal of the request itself says that nothing was given back under the number.
     */
    private static ModificationOutcome refused(Refusal<RefundStatus> refusal) {
        return switch (refusal.code()) {
            case "NOT_ENOUGH",
                    "USER_ACCOUNT_ABNORMAL",
                    "RULE_LIMIT",
                    "TRADE_ERROR",
                    "INVALID_REQUEST",
                    "ORDER_NOT_EXIST",
                    "RESOURCE_NOT_EXISTS" -> new Refused(refusal.code(), refusal.message());
            case "PARAM_ERROR", "MCH_NOT_EXISTS", "NO_AUTH", "SIGN_ERROR", "FREQUENCY_LIMITED" ->
                new NotSent(refusal.fault(), refusal.code(), refusal.message());
            default -> unknown(refusal);
        };
    }

    private static Unknown unknown(Refusal<RefundStatus> refusal) {
        return new Unknown(refusal.fault(), refusal.code(), refusal.message());
    }

    private static ModificationOutcome about(RefundStatus status, ModificationOrder order) {
        return status.number().equals(order.number()) && status.orderNumber().equals(order.orderNumber())
                ? outcome(status)
                : new Unknown("answer_mismatch", "the channel speaks of another refund or order");
    }

    /** Of an authentic document about the right refund. */
    public static ModificationOutcome outcome(RefundStatus status) {
        return switch (status.status()) {
            case "SUCCESS" -> succeeded(status);
            case "PROCESSING" -> new Processing(status.refundId().isEmpty() ? null : status.refundId());
            case "CLOSED" -> new Refused(status.status(), "the channel closed the refund");
            case "ABNORMAL" -> new Abnormal(status.status());
            default -> new Unknown("refund_status_unknown", "the channel says a refund status that is not documented");
        };
    }

    private static ModificationOutcome succeeded(RefundStatus status) {
        Long refundFen = status.refundFen();
        if (refundFen == null || status.refundId().isEmpty()) {
            return unreadable("a refund that was made must come with amount.refund and refund_id");
        }
        try {
            return new Succeeded(Money.of(refundFen, status.currency()), status.refundId());
        } catch (IllegalArgumentException noCurrency) {
            return unreadable("amount.currency must be an ISO 4217 code");
        }
    }

    private static Unknown unreadable(String message) {
        return new Unknown("answer_unreadable", message);
    }
}
