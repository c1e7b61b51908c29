package io.sluice.core.routing.rule.model;

import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.money.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant's contract with a channel says, within what the channel can do.
 *
 * @param methods that the contract covers; empty for all
 * @param currencies that it covers; empty for all
 * @param callsPerSecond how often one instance may call the channel with this account; null for the usual
 * @param costs what the channel takes, at most one a currency
 */
public record AccountTerms(
        ChannelAccountId account,
        List<String> methods,
        List<String> currencies,
        @Nullable Long minMinor,
        @Nullable Long maxMinor,
        @Nullable Integer callsPerSecond,
        List<CostRule> costs) {

    /** Why the contract does not cover the payment; empty when it does. */
    public Optional<String> objection(String method, Money amount) {
        String currency = amount.currency().getCurrencyCode();
        if (!RuleCondition.isAny(methods, method)) {
            return Optional.of("the contract covers " + String.join(", ", methods) + ", not " + method);
        }
        if (!RuleCondition.isAny(currencies, currency)) {
            return Optional.of("the contract covers " + String.join(", ", currencies) + ", not " + currency);
        }
        return RuleCondition.isWithin(amount.minor(), minMinor, maxMinor)
                ? Optional.empty()
                : Optional.of("the contract covers amounts from " + (minMinor == null ? 1 : minMinor) + " to "
                        + (maxMinor == null ? "any" : maxMinor) + " minor units, not " + amount.minor());
    }

    /** What is left of a method under the contract; empty when it covers nothing of it. */
    public Optional<MethodCapability> within(MethodCapability offered) {
        List<String> left = offered.currencies().stream()
                .filter(currency -> RuleCondition.isAny(currencies, currency))
                .toList();
        long least = minMinor == null ? offered.minMinor() : Math.max(minMinor, offered.minMinor());
        long most = maxMinor == null ? offered.maxMinor() : Math.min(maxMinor, offered.maxMinor());
        return RuleCondition.isAny(methods, offered.method()) && !left.isEmpty() && least <= most
                ? Optional.of(offered.within(left, least, most))
                : Optional.empty();
    }

    Optional<Money> cost(Money amount) {
        return costs.stream()
                .filter(rule -> rule.currency().equals(amount.currency().getCurrencyCode()))
                .findFirst()
                .map(rule -> rule.of(amount));
    }
}
