package io.sluice.sandbox.simulators.alipay.bill;

import java.time.Instant;

/**
 * A payment or a refund of the day.
 *
 * @param fen negative for what went back
 * @param requestNo the refund's own number, empty for a payment
 */
record BillLine(
        String tradeNo,
        String outTradeNo,
        String subject,
        Instant createdAt,
        Instant doneAt,
        long fen,
        String requestNo) {
    private static final int FEE_BASIS_POINTS = 60;

    boolean isRefund() {
        return fen < 0;
    }

    /** What the channel keeps of a payment, and gives back with a refund: negative or positive fen, half a fen up. */
    long feeFen() {
        return -Math.floorDiv(fen * FEE_BASIS_POINTS + 5_000, 10_000);
    }

    BillLine over(long otherFen) {
        return new BillLine(tradeNo, outTradeNo, subject, createdAt, doneAt, otherFen, requestNo);
    }

    BillLine named(String otherTradeNo, String otherNumber, String otherRequestNo) {
        return new BillLine(otherTradeNo, otherNumber, subject, createdAt, doneAt, fen, otherRequestNo);
    }
}
