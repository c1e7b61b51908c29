package io.sluice.core.routing.rule.model;

import io.sluice.core.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel takes for a payment in one currency: a share of the amount, rounded half up, and a fixed part, no less and
 * no more than its caps.
 *
 * @param basisPoints hundredths of a per cent
 * @param tiers for amounts from theirs on, instead of the first rates; ascending
 */
public record CostRule(
        String currency,
        int basisPoints,
        long fixedMinor,
        @Nullable Long leastMinor,
        @Nullable Long mostMinor,
        List<CostTier> tiers) {

    /** The rates for amounts from {@code fromMinor} on. */
    public record CostTier(long fromMinor, int basisPoints, long fixedMinor) {}

    Money of(Money amount) {
        CostTier tier = tier(amount.minor());
        long cost = Math.addExact(amount.share(tier.basisPoints).minor(), tier.fixedMinor);
        long atLeast = leastMinor == null ? cost : Math.max(cost, leastMinor);
        return new Money(mostMinor == null ? atLeast : Math.min(atLeast, mostMinor), amount.currency());
    }

    private CostTier tier(long amountMinor) {
        return tiers.stream()
                .filter(tier -> tier.fromMinor <= amountMinor)
                .reduce((lower, higher) -> higher)
                .orElse(new CostTier(0, basisPoints, fixedMinor));
    }
}
