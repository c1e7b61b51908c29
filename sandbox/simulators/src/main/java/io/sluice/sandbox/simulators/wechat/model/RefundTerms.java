package io.sluice.sandbox.simulators.wechat.model;

import org.jspecify.annotations.Nullable;

/** What a merchant wants back for a payer, in fen; either the order's number or the transaction names the order. */
public record RefundTerms(
        String mchid,
        @Nullable String outTradeNo,
        @Nullable String transactionId,
        String outRefundNo,
        long refundFen,
        long totalFen,
        @Nullable String reason,
        @Nullable String notifyUrl,
        String fingerprint) {
    public RefundKey key() {
        return new RefundKey(mchid, outRefundNo);
    }
}
