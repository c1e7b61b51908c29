package io.sluice.sandbox.simulators.unionpay.bill;

import io.sluice.sandbox.simulators.bill.Billed;
import io.sluice.sandbox.simulators.unionpay.model.Kind;
import java.time.Instant;

/**
 * A transaction that moved money.
 *
 * @param original the orderId of what it is about, empty where it begins something
 * @param originalId the queryId of that
 */
public record BillLine(
        String merId,
        Kind kind,
        String orderId,
        String queryId,
        Instant at,
        long fen,
        String original,
        String originalId)
        implements Billed<BillLine> {
    private static final int FEE_BASIS_POINTS = 60;

    @Override
    public String orderNumber() {
        return orderId;
    }

    @Override
    public boolean isRefund() {
        return !kind.isCharge();
    }

    long feeFen() {
        return (fen * FEE_BASIS_POINTS + 5_000) / 10_000;
    }

    @Override
    public BillLine overMore() {
        return new BillLine(merId, kind, orderId, queryId, at, fen + 1, original, originalId);
    }

    @Override
    public BillLine undone(String refundNumber) {
        return new BillLine(merId, Kind.REFUND, refundNumber, "9" + queryId.substring(1), at, fen, orderId, queryId);
    }

    @Override
    public BillLine stranger(String otherNumber) {
        return new BillLine(merId, Kind.PAY, otherNumber, "8" + queryId.substring(1), at, fen, "", "");
    }
}
