package io.sluice.sandbox.simulators.wechat.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant ordered. The amount is in fen. The fingerprint covers the whole request, so that a repetition can be
 * told from another order under the same number.
 */
public record OrderTerms(
        String mchid,
        String appid,
        TradeType tradeType,
        String outTradeNo,
        String description,
        @Nullable String attach,
        String notifyUrl,
        long totalFen,
        @Nullable String openid,
        @Nullable Instant expiresAt,
        String fingerprint) {
    public OrderKey key() {
        return new OrderKey(mchid, outTradeNo);
    }
}
