package io.sluice.sandbox.simulators.wechat.bill;

import io.sluice.sandbox.simulators.bill.Billed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment, or a refund of one.
 *
 * @param refundNo the merchant's own number of the refund, null for a payment
 * @param refundId the channel's number of the refund, null for a payment
 * @param fen never negative
 */
public record BillLine(
        String appid,
        String mchid,
        String transactionId,
        String outTradeNo,
        String tradeType,
        String openid,
        String description,
        String attach,
        Instant at,
        long fen,
        @Nullable String refundNo,
        @Nullable String refundId)
        implements Billed<BillLine> {
    private static final int FEE_BASIS_POINTS = 60;

    @Override
    public String orderNumber() {
        return outTradeNo;
    }

    @Override
    public boolean isRefund() {
        return refundNo != null;
    }

    /** What the channel keeps of it, half a fen up; given back with a refund, negative then. */
    long feeFen() {
        long share = (fen * FEE_BASIS_POINTS + 5_000) / 10_000;
        return isRefund() ? -share : share;
    }

    @Override
    public BillLine overMore() {
        return with(transactionId, outTradeNo, fen + 1, refundNo, refundId);
    }

    @Override
    public BillLine undone(String refundNumber) {
        return with(transactionId, outTradeNo, fen, refundNumber, "5" + transactionId);
    }

    @Override
    public BillLine stranger(String otherNumber) {
        return with("9" + otherNumber, otherNumber, fen, null, null);
    }

    private BillLine with(
            String transaction, String number, long otherFen, @Nullable String refund, @Nullable String id) {
        return new BillLine(
                appid, mchid, transaction, number, tradeType, openid, description, attach, at, otherFen, refund, id);
    }
}
