package io.sluice.sandbox.simulators.book.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a channel's own double-entry book, in fen: {@code debit} gives, {@code credit} receives.
 *
 * @param mchid the merchant at the channel
 * @param outTradeNo the merchant's own number of the order
 * @param transactionId the channel's number of the charge
 * @param outRefundNo the merchant's own number of the refund, null for a charge and for what undoes it
 */
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

    public static BookEntry charge(String mchid, String outTradeNo, String transactionId, long fen, Instant at) {
        return new BookEntry(PAYERS, merchant(mchid), fen, mchid, outTradeNo, transactionId, null, at);
    }

    /** A part of the charge, or all of it, goes back to the payer. */
    public BookEntry refund(String outRefundNo, long fen, Instant when) {
        return new BookEntry(merchant(mchid), PAYERS, fen, mchid, outTradeNo, transactionId, outRefundNo, when);
    }

    /** A charge that is taken back, as if it had not been. */
    public BookEntry reversed(Instant when) {
        return against(when);
    }

    /** A refund that bounced: the merchant has the money again. */
    public BookEntry returned(Instant when) {
        return against(when);
    }

    private BookEntry against(Instant when) {
        return new BookEntry(
                /* debit= */ credit,
                /* credit= */ debit,
                amountFen,
                mchid,
                outTradeNo,
                transactionId,
                outRefundNo,
                when);
    }

    public Kind kind() {
        if (outRefundNo == null) {
            return debit.equals(PAYERS) ? Kind.CHARGE : Kind.REVERSAL;
        }
        return debit.equals(PAYERS) ? Kind.RETURN : Kind.REFUND;
    }

    /** What a line tells. */
    public enum Kind {
        CHARGE,
        REVERSAL,
        REFUND,
        RETURN
    }

    private static String merchant(String mchid) {
        return "merchant:" + mchid;
    }
}
