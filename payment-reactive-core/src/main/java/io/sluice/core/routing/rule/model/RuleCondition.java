package io.sluice.core.routing.rule.model;

import io.sluice.core.money.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a rule holds: all that is said must be so, and what is not said does not matter.
 *
 * @param methods any of them; empty for every method
 * @param currencies any of them; empty for every currency
 * @param metadata all of them with exactly these values
 */
public record RuleCondition(
        List<String> methods,
        List<String> currencies,
        @Nullable Long minMinor,
        @Nullable Long maxMinor,
        Map<String, String> metadata) {

    public boolean holds(String method, Money amount, Map<String, String> given) {
        return isAny(methods, method)
                && isAny(currencies, amount.currency().getCurrencyCode())
                && isWithin(amount.minor(), minMinor, maxMinor)
                && given.entrySet().containsAll(metadata.entrySet());
    }

    static boolean isAny(List<String> allowed, String value) {
        return allowed.isEmpty() || allowed.contains(value);
    }

    static boolean isWithin(long minor, @Nullable Long min, @Nullable Long max) {
        return (min == null || minor >= min) && (max == null || minor <= max);
    }
}
