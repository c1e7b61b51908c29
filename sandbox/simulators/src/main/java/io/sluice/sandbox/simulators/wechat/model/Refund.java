package io.sluice.sandbox.simulators.wechat.model;

import static io.sluice.sandbox.simulators.wechat.model.ErrorCode.INVALID_REQUEST;

import io.sluice.sandbox.simulators.book.model.BookEntry;
import io.sluice.sandbox.simulators.model.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A refund that the channel accepted: PROCESSING until it ends in one of the other states. */
public record Refund(
        RefundTerms terms,
        OrderKey order,
        String transactionId,
        String refundId,
        RefundState state,
        Instant createdAt,
        @Nullable Instant succeededAt) {

    public static Refund accepted(RefundTerms terms, Order order, String refundId, Instant now) {
        String transaction = order.transactionId() == null ? "" : order.transactionId();
        return new Refund(terms, order.terms().key(), transaction, refundId, RefundState.PROCESSING, now, null);
    }

    /** The same refund for the same request; another request under its number is refused. */
    public Decision<Refund, Refusal> askedAgain(RefundTerms again) {
        return terms.fingerprint().equals(again.fingerprint())
                ? Decision.granted(this)
                : Refusal.refuse(INVALID_REQUEST, "out_refund_no was used with other parameters: repeat them exactly");
    }

    /** Ends a refund that is being processed; one that has ended stays as it is. */
    public Refund ended(RefundState end, Instant now) {
        return state == RefundState.PROCESSING
                ? new Refund(
                        terms, order, transactionId, refundId, end, createdAt, end == RefundState.SUCCESS ? now : null)
                : this;
    }

    /** Its line in the book. */
    public BookEntry booked(Instant at) {
        return BookEntry.charge(order.mchid(), order.outTradeNo(), transactionId, terms.refundFen(), at)
                .refund(terms.outRefundNo(), terms.refundFen(), at);
    }

    /** The money bounced after the refund had succeeded. */
    public Refund returned() {
        return new Refund(terms, order, transactionId, refundId, RefundState.CLOSED, createdAt, succeededAt);
    }
}
