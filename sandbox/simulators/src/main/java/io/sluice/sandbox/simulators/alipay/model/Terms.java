package io.sluice.sandbox.simulators.alipay.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant ordered. A repetition with another product, subject or amount is another order under the same number.
 *
 * @param notifyUrl null where the merchant does not want to be told
 * @param returnUrl where the payer's browser goes afterwards
 * @param passback comes back in notifies as it is
 */
public record Terms(
        String appId,
        String sellerId,
        Product product,
        String outTradeNo,
        String subject,
        @Nullable String body,
        long totalFen,
        @Nullable String notifyUrl,
        @Nullable String returnUrl,
        @Nullable String passback,
        Instant expiresAt) {
    public TradeKey key() {
        return new TradeKey(sellerId, outTradeNo);
    }

    boolean sameAs(Terms other) {
        return product == other.product && totalFen == other.totalFen && subject.equals(other.subject);
    }
}
