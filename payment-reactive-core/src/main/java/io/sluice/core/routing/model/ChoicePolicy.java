package io.sluice.core.routing.model;

import io.sluice.core.routing.model.Health.State;
import io.sluice.core.routing.model.RoutingDecision.Chosen;
import io.sluice.core.routing.model.RoutingDecision.Reason;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which of the accounts that can take a payment does: now and then one that is to be tried out, else by the merchant's
 * shares of the volume, else the one with the best score. What is recovering is left to the trials while another works.
 */
final class ChoicePolicy {

    private static final int EXPLORE = 0;
    private static final int WHICH = 1;
    private static final int SHARE = 2;

    private ChoicePolicy() {}

    /** A candidate that nothing excludes. */
    private record Able(Candidate candidate, Considered considered, int rank) {

        long score() {
            return Objects.requireNonNull(considered.score()).total();
        }

        /** An unknown cost is no low one. */
        long cost() {
            Long cost = considered.costMinor();
            return cost == null ? Long.MAX_VALUE : cost;
        }

        boolean isPreferredByRule() {
            return Objects.requireNonNull(considered.score()).rule() > 0;
        }
    }

    private static final Comparator<Able> BEST = Comparator.comparingLong(Able::score)
            .reversed()
            .thenComparingLong(Able::cost)
            .thenComparingInt(Able::rank);

    /** @param considered the snapshot's candidates in their order, at least one of them not excluded */
    static Chosen choose(RoutingSnapshot snapshot, List<Considered> considered) {
        List<Able> able = IntStream.range(0, considered.size())
                .filter(rank -> considered.get(rank).exclusion() == null)
                .mapToObj(rank -> new Able(snapshot.candidates().get(rank), considered.get(rank), rank))
                .toList();
        if (able.size() == 1) {
            return new Chosen(able.getFirst().candidate().account(), Reason.ONLY_CANDIDATE);
        }
        return explored(snapshot, able)
                .or(() -> shared(snapshot, usual(able)))
                .orElseGet(() -> chosen(usual(able).stream().min(BEST).orElseThrow(), Reason.BEST_SCORE));
    }

    private static Chosen chosen(Able able, Reason reason) {
        return new Chosen(able.candidate().account(), reason);
    }

    private static List<Able> usual(List<Able> able) {
        List<Able> working = of(able, State.WORKING);
        return working.isEmpty() ? able : working;
    }

    private static List<Able> of(List<Able> able, State state) {
        return able.stream().filter(one -> one.candidate().is(state)).toList();
    }

    /** Those that recover are tried out; where what is observed counts, all are, lest it be forgotten how they do. */
    private static Optional<Chosen> explored(RoutingSnapshot snapshot, List<Able> able) {
        RoutingConfiguration configuration = snapshot.configuration();
        List<Able> recovering = of(able, State.RECOVERING);
        boolean all = recovering.isEmpty() && configuration.weights().observe();
        List<Able> explorable = all ? able : recovering;
        if (explorable.isEmpty() || Dice.roll(snapshot.seed(), EXPLORE, 1000) >= configuration.explorationPermille()) {
            return Optional.empty();
        }
        int which = Dice.roll(snapshot.seed(), WHICH, explorable.size());
        return Optional.of(chosen(explorable.get(which), Reason.EXPLORATION));
    }

    /** Empty where nobody has a share, or a rule has said already who goes first. */
    private static Optional<Chosen> shared(RoutingSnapshot snapshot, List<Able> able) {
        RoutingConfiguration configuration = snapshot.configuration();
        int whole = able.stream()
                .mapToInt(one -> configuration.share(one.candidate().account()))
                .sum();
        if (whole == 0 || able.stream().anyMatch(Able::isPreferredByRule)) {
            return Optional.empty();
        }
        int left = Dice.roll(snapshot.seed(), SHARE, whole);
        for (Able one : able) {
            left -= configuration.share(one.candidate().account());
            if (left < 0) {
                return Optional.of(chosen(one, Reason.VOLUME_SPLIT));
            }
        }
        throw new IllegalStateException("shares of " + whole + " do not add up");
    }
}
