package io.sluice.sandbox.simulators.wechat.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the channel's own double-entry book, in fen: {@code debit} gives, {@code credit} receives. */
public record BookEntry(
        String debit,
        String credit,
        long amountFen,
        String mchid,
        String outTradeNo,
        String transactionId,
        @Nullable String outRefundNo,
        Instant at) {
    private static final String PAYERS = "payers";

    public static BookEntry charge(Order order, String transactionId, Instant at) {
        OrderTerms terms = order.terms();
        return new BookEntry(
                PAYERS,
                merchant(terms.mchid()),
                terms.totalFen(),
                terms.mchid(),
                terms.outTradeNo(),
                transactionId,
                null,
                at);
    }

    public static BookEntry refund(Refund refund, Instant at) {
        return new BookEntry(
                merchant(refund.order().mchid()),
                PAYERS,
                refund.terms().refundFen(),
                refund.order().mchid(),
                refund.order().outTradeNo(),
                refund.transactionId(),
                refund.terms().outRefundNo(),
                at);
    }

    /** A refund that bounced: the merchant has the money again. */
    public static BookEntry returned(Refund refund, Instant at) {
        BookEntry given = refund(refund, at);
        return new BookEntry(
                /* debit= */ given.credit(),
                /* credit= */ given.debit(),
                given.amountFen(),
                given.mchid(),
                given.outTradeNo(),
                given.transactionId(),
                given.outRefundNo(),
                at);
    }

    public boolean isReturn() {
        return outRefundNo != null && debit.equals(PAYERS);
    }

    private static String merchant(String mchid) {
        return "merchant:" + mchid;
    }
}
