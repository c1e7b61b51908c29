package io.sluice.core.routing.model;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.money.Money;
import io.sluice.core.routing.model.RoutingDecision.Chosen;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What recorded decisions would have come to under another configuration, everything else as it was.
 *
 * @param decisions how many were taken again
 * @param moves those that would have gone elsewhere, with how many they were
 * @param costs by currency
 */
public record WhatIf(int decisions, Map<Move, Integer> moves, Map<String, Costs> costs) {

    /** @param to null where nobody would have taken the payment */
    public record Move(ChannelAccountId from, @Nullable ChannelAccountId to) {}

    /**
     * What channels take, in minor units.
     *
     * @param asRoutedMinor by the other configuration's schedules, for where the payments went
     * @param changedMinor likewise, for where they would have gone
     * @param unknown decisions that are left out, for the configuration has no cost for one of the two
     */
    public record Costs(long asRoutedMinor, long changedMinor, int unknown) {

        private static final Costs NONE = new Costs(0, 0, 0);

        private Costs plus(Optional<Money> asRouted, Optional<Money> changed) {
            return asRouted.isPresent() && changed.isPresent()
                    ? new Costs(
                            Math.addExact(asRoutedMinor, asRouted.get().minor()),
                            Math.addExact(changedMinor, changed.get().minor()),
                            unknown)
                    : new Costs(asRoutedMinor, changedMinor, unknown + 1);
        }
    }

    public static WhatIf of(List<RoutingRecord.OfAttempt> records, RoutingConfiguration configuration) {
        Map<Move, Integer> moves = new LinkedHashMap<>();
        Map<String, Costs> costs = new TreeMap<>();
        for (RoutingRecord.OfAttempt taken : records) {
            ChannelAccountId from = taken.payment().lastAttempt().account();
            Money amount = taken.payment().amount();
            ChannelAccountId to = decided(taken.record().snapshot().under(configuration));
            if (!from.equals(to)) {
                moves.merge(new Move(from, to), 1, Integer::sum);
            }
            Optional<Money> changed = Optional.ofNullable(to).flatMap(account -> configuration.cost(account, amount));
            costs.merge(
                    amount.currency().getCurrencyCode(),
                    Costs.NONE.plus(configuration.cost(from, amount), changed),
                    WhatIf::sum);
        }
        return new WhatIf(records.size(), moves, costs);
    }

    private static @Nullable ChannelAccountId decided(RoutingSnapshot snapshot) {
        return RoutingPolicy.decide(snapshot).choice() instanceof Chosen chosen ? chosen.account() : null;
    }

    private static Costs sum(Costs a, Costs b) {
        return new Costs(
                Math.addExact(a.asRoutedMinor, b.asRoutedMinor),
                Math.addExact(a.changedMinor, b.changedMinor),
                a.unknown + b.unknown);
    }
}
