package io.sluice.core.payment.model;

/**
 * What became of a payment's money after it was captured, in minor units of its currency. Both together never exceed what
 * was captured: a refund is reserved here before a byte of it is sent.
 *
 * @param reservedMinor of refunds that may still succeed
 * @param refundedMinor of refunds that succeeded
 */
public record RefundTotals(long reservedMinor, long refundedMinor) {

    public static final RefundTotals NONE = new RefundTotals(0, 0);

    /** @throws IllegalArgumentException when an amount is negative */
    public RefundTotals {
        if (reservedMinor < 0 || refundedMinor < 0) {
            throw new IllegalArgumentException(
                    "no more can be released than was reserved or refunded: " + reservedMinor + ", " + refundedMinor);
        }
    }

    public RefundTotals plus(long moreReservedMinor, long moreRefundedMinor) {
        return new RefundTotals(
                Math.addExact(reservedMinor, moreReservedMinor), Math.addExact(refundedMinor, moreRefundedMinor));
    }

    /** How much is neither refunded nor about to be. */
    public long leftOf(long capturedMinor) {
        return capturedMinor - Math.addExact(reservedMinor, refundedMinor);
    }
}
