package io.sluice.core.routing.model;

import io.sluice.core.money.Money;
import io.sluice.core.routing.rule.model.RoutingRule;
import io.sluice.core.routing.rule.model.Weights;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much speaks for an account. Each part is a value from 0 to a million times its weight in per cent; what a rule prefers
 * is above all the others together.
 */
final class ScorePolicy {

    static final long WHOLE = 1_000_000;

    /** More than all the other parts can come to. */
    static final long PREFERRED_BY_RULE = 2 * WHOLE;

    /** An account that answers in this time has half of what one that answers at once has. */
    private static final long USUAL_LATENCY_MS = 500;

    /** A tenth of the amount is as bad as any cost can be. */
    private static final long WORST_COST_DIVISOR = 10;

    private ScorePolicy() {}

    /** @param rank in the merchant's order of preference, from 0 */
    static Score score(Candidate candidate, int rank, @Nullable Long costMinor, RoutingSnapshot snapshot) {
        Weights weights = snapshot.configuration().weights();
        return new Score(
                isPreferred(candidate, snapshot) ? PREFERRED_BY_RULE : 0,
                weighted(
                        weights.preference(),
                        preference(rank, snapshot.candidates().size())),
                weighted(weights.success(), candidate.health().successPermille() * (WHOLE / 1000)),
                weighted(weights.latency(), latency(candidate.health())),
                weighted(
                        weights.cost(),
                        costMinor == null
                                ? 0
                                : cost(costMinor, snapshot.request().amount())));
    }

    private static long weighted(int percent, long value) {
        return percent * value / 100;
    }

    private static long preference(int rank, int candidates) {
        return candidates == 1 ? WHOLE : WHOLE * (candidates - 1 - rank) / (candidates - 1);
    }

    private static long latency(Health health) {
        return health.samples() == 0 ? WHOLE / 2 : WHOLE * USUAL_LATENCY_MS / (USUAL_LATENCY_MS + health.latencyMs());
    }

    /** In doubles, for a million times the cost may be more than a long holds; both are the same on every machine. */
    private static long cost(long costMinor, Money amount) {
        double share = (double) costMinor * WORST_COST_DIVISOR / amount.minor();
        return WHOLE - Math.round(WHOLE * Math.min(1, share));
    }

    /** Of the rules that prefer accounts the first that holds counts. */
    private static boolean isPreferred(Candidate candidate, RoutingSnapshot snapshot) {
        RoutingRequest request = snapshot.request();
        Optional<RoutingRule> first = snapshot.configuration().rules().stream()
                .filter(rule -> rule.action() == RoutingRule.Action.PREFER)
                .filter(rule -> rule.when().holds(request.method(), request.amount(), request.metadata()))
                .findFirst();
        return first.isPresent() && first.get().prefers(candidate.account());
    }
}
