package io.sluice.sandbox.simulators.alipay.bill;

import io.sluice.sandbox.simulators.bill.Billed;
import java.time.Instant;

/**
 * A payment or a refund of the day.
 *
 * @param fen negative for what went back
 * @param requestNo the refund's own number, empty for a payment
 */
public record BillLine(
        String tradeNo,
        String outTradeNo,
        String subject,
        Instant createdAt,
        Instant doneAt,
        long fen,
        String requestNo)
        implements Billed<BillLine> {
    private static final int FEE_BASIS_POINTS = 60;

    @Override
    public String orderNumber() {
        return outTradeNo;
    }

    @Override
    public boolean isRefund() {
        return fen < 0;
    }

    /** What the channel keeps of a payment, and gives back with a refund: negative or positive fen, half a fen up. */
    long feeFen() {
        return -Math.floorDiv(fen * FEE_BASIS_POINTS + 5_000, 10_000);
    }

    @Override
    public BillLine overMore() {
        return with(tradeNo, outTradeNo, fen + Long.signum(fen), requestNo);
    }

    @Override
    public BillLine undone(String refundNumber) {
        return with(tradeNo, outTradeNo, -fen, refundNumber);
    }

    @Override
    public BillLine stranger(String otherNumber) {
        return with("9" + otherNumber, otherNumber, Math.abs(fen), "");
    }

    private BillLine with(String trade, String number, long otherFen, String request) {
        return new BillLine(trade, number, subject, createdAt, doneAt, otherFen, request);
    }
}
