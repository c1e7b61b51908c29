package io.sluice.core.merchant.model;

import io.sluice.core.money.Money;
import java.math.BigInteger;
import java.util.List;

/**
 * What a merchant pays for a succeeded payment in one currency.
 *
 * @param basisPoints of the amount, hundredths of a per cent
 * @param fixedMinor added to it, in minor units
 */
public record FeeRule(String currency, int basisPoints, long fixedMinor) {

    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);
    private static final BigInteger FIVE_THOUSAND = BigInteger.valueOf(5_000);

    /** The fee for {@code amount}: rounded half up, never more than the amount; zero where no rule speaks of it. */
    public static Money fee(List<FeeRule> rules, Money amount) {
        return rules.stream()
                .filter(rule -> rule.currency.equals(amount.currency().getCurrencyCode()))
                .findFirst()
                .map(rule -> rule.on(amount))
                .orElse(Money.zero(amount.currency()));
    }

    private Money on(Money amount) {
        long proportional = BigInteger.valueOf(amount.minor())
                .multiply(BigInteger.valueOf(basisPoints))
                .add(FIVE_THOUSAND)
                .divide(TEN_THOUSAND)
                .longValueExact();
        long fee = Math.addExact(proportional, fixedMinor);
        return new Money(Math.min(fee, amount.minor()), amount.currency());
    }
}
