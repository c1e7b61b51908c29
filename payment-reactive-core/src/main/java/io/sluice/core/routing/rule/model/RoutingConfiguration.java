package io.sluice.core.routing.rule.model;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.money.Money;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a merchant wants payments to be routed.
 *
 * @param version ascends with every change; 0 where nobody ever said anything
 * @param rules all that match are obeyed; of several that {@code prefer}, the first
 * @param split how the volume is shared between accounts; empty for none
 * @param accounts the terms agreed upon with the channels
 * @param explorationPermille how many payments of a thousand try a channel that would not be chosen
 */
public record RoutingConfiguration(
        int version,
        List<RoutingRule> rules,
        List<VolumeShare> split,
        List<AccountTerms> accounts,
        Weights weights,
        int explorationPermille) {

    public static final int USUAL_EXPLORATION_PERMILLE = 20;

    /** The merchant's order of preference, and nothing else. */
    public static final RoutingConfiguration NONE = new RoutingConfiguration(
            0, List.of(), List.of(), List.of(), Weights.PREFERENCE_ONLY, USUAL_EXPLORATION_PERMILLE);

    public RoutingConfiguration withVersion(int number) {
        return new RoutingConfiguration(number, rules, split, accounts, weights, explorationPermille);
    }

    public Optional<AccountTerms> terms(ChannelAccountId account) {
        return accounts.stream()
                .filter(terms -> terms.account().equals(account))
                .findFirst();
    }

    /** All accounts that it speaks of. */
    public Set<ChannelAccountId> mentioned() {
        Set<ChannelAccountId> mentioned = new LinkedHashSet<>();
        rules.forEach(rule -> mentioned.addAll(rule.accounts()));
        split.forEach(share -> mentioned.add(share.account()));
        accounts.forEach(terms -> mentioned.add(terms.account()));
        return mentioned;
    }

    /** What the channel takes for a payment of {@code amount}; empty where nobody said so. */
    public Optional<Money> cost(ChannelAccountId account, Money amount) {
        return terms(account).flatMap(terms -> terms.cost(amount));
    }

    /** The account's share, 0 where it has none. */
    public int share(ChannelAccountId account) {
        return split.stream()
                .filter(share -> share.account().equals(account))
                .mapToInt(VolumeShare::weight)
                .sum();
    }
}
