package io.sluice.core.merchant.model;

import io.sluice.core.money.Money;
import java.util.List;

/**
 * What a merchant pays for a succeeded payment in one currency.
 *
 * @param basisPoints of the amount, hundredths of a per cent
 * @param fixedMinor added to it, in minor units
 */
public record FeeRule(String currency, int basisPoints, long fixedMinor) {

    /** The fee for {@code amount}: rounded half up, never more than the amount; zero where no rule speaks of it. */
    public static Money fee(List<FeeRule> rules, Money amount) {
        return rules.stream()
                .filter(rule -> rule.currency.equals(amount.currency().getCurrencyCode()))
                .findFirst()
                .map(rule -> rule.on(amount))
                .orElse(Money.zero(amount.currency()));
    }

    private Money on(Money amount) {
        long fee = Math.addExact(amount.share(basisPoints).minor(), fixedMinor);
        return new Money(Math.min(fee, amount.minor()), amount.currency());
    }
}
