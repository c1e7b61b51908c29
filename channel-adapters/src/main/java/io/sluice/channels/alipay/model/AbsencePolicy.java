package io.sluice.channels.alipay.model;

import io.sluice.core.channel.OrderReference;
import io.sluice.core.id.AttemptId;
import java.time.Duration;
import java.time.Instant;

/**
 * When "no such trade" is the last word. Where the payer begins the trade, Alipay knows of none until he scans or opens what he was shown,
 * and refuses him from the order's {@code time_expire} on; where we began it, the request may still be on its way.
 */
public final class AbsencePolicy {

    private AbsencePolicy() {}

    /** @param inDoubt for so long a request may be on its way, and Alipay's clock be behind */
    public static boolean isFinal(OrderReference order, Duration inDoubt, Instant now) {
        return !now.isBefore(lastChance(order).plus(inDoubt));
    }

    private static Instant lastChance(OrderReference order) {
        Instant made = AttemptId.ofChannelNumber(order.number()).madeAt();
        Instant expiry = order.expiresAt();
        return isBegunByThePayer(order) && expiry != null && expiry.isAfter(made) ? expiry : made;
    }

    static boolean isBegunByThePayer(OrderReference order) {
        return PayMethod.of(order.method()).stream().anyMatch(PayMethod::isBegunByThePayer);
    }
}
