package io.sluice.compare.report.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** All rounds of one run. */
public record Rounds(List<Round> all) {
    public Rounds {
        all = List.copyOf(all);
    }

    public Stream<Round> of(Load load, String contestant) {
        return all.stream()
                .filter(round -> round.load() == load && round.contestant().equals(contestant));
    }

    /** Who was loaded so, in the order of first appearance. */
    public List<String> contestants(Load load) {
        return all.stream()
                .filter(round -> round.load() == load)
                .map(Round::contestant)
                .distinct()
                .toList();
    }

    /** The figure over the rounds of a contestant; empty when it had none. */
    public Optional<Spread> spread(Load load, String contestant, ToDoubleFunction<Round> figure) {
        return of(load, contestant).findAny().isEmpty()
                ? Optional.empty()
                : Optional.of(Spread.of(of(load, contestant).mapToDouble(figure)));
    }

    /**
     * The figure of one contestant divided by that of another, round by round: what drifts from round to round drifts for
     * both. Empty when no round has both.
     */
    public Optional<Spread> ratio(Load load, String one, String other, ToDoubleFunction<Round> figure) {
        double[] ratios = of(load, one)
                .flatMap(round -> of(load, other)
                        .filter(peer -> peer.number() == round.number())
                        .map(peer -> figure.applyAsDouble(round) / figure.applyAsDouble(peer)))
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        return ratios.length == 0 ? Optional.empty() : Optional.of(Spread.of(Arrays.stream(ratios)));
    }
}
