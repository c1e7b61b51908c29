package io.sluice.sandbox.simulation.world;

import io.sluice.sandbox.simulation.time.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How bad a link is during one run. Every run draws its own, and many links are good: what hides behind one fault shows
 * only where the others are rare.
 *
 * @param refuse share of requests that provably never leave
 * @param loseRequest share of requests that never arrive, without a word
 * @param loseAnswer share of answers that never arrive, without a word
 * @param breakBefore share of requests that are reset before they arrive
 * @param breakAfter share of requests that are carried out and then reset
 * @param repeat share of requests that arrive twice
 * @param slow share of ways that take up to {@code slowest}
 */
public record Trouble(
        double refuse,
        double loseRequest,
        double loseAnswer,
        double breakBefore,
        double breakAfter,
        double repeat,
        double slow,
        Duration slowest,
        List<Outage> outages) {

    private static final List<Double> GOOD_RATES = List.of(0.0);
    private static final List<Double> RATES = List.of(0.0, 0.0, 0.01, 0.05, 0.2);
    private static final List<Double> BAD_RATES = List.of(0.1, 0.3, 0.4);
    private static final List<Integer> OUTAGES = List.of(0, 0, 0, 1, 2);

    /** A time when nothing comes through; {@code silent} when nobody says so. */
    record Outage(Duration from, Duration to, boolean silent) {

        boolean holds(Duration at) {
            return at.compareTo(from) >= 0 && at.compareTo(to) < 0;
        }
    }

    /** @param healed from when on there is no trouble any more */
    static Trouble draw(Link link, Chance chance, Duration healed) {
        List<Double> rates = rates(chance.share(), link == Link.CHANNEL ? 0.75 : 0.95);
        return new Trouble(
                chance.pick(rates),
                chance.pick(rates),
                chance.pick(rates),
                chance.pick(rates),
                chance.pick(rates),
                link.isSession() ? 0 : chance.pick(rates),
                chance.pick(rates),
                chance.between(Duration.ofSeconds(1), Duration.ofSeconds(60)),
                outages(chance, healed));
    }

    /** Where everything goes wrong at once, what takes several accidents in a row happens: most of all at channels. */
    private static List<Double> rates(double luck, double bad) {
        if (luck < 0.35) {
            return GOOD_RATES;
        }
        return luck < bad ? RATES : BAD_RATES;
    }

    private static List<Outage> outages(Chance chance, Duration healed) {
        List<Outage> outages = new ArrayList<>();
        for (int left = chance.pick(OUTAGES); left > 0; left--) {
            Duration from = chance.between(Duration.ZERO, healed);
            Duration length = chance.between(Duration.ofSeconds(1), Duration.ofMinutes(5));
            outages.add(new Outage(from, from.plus(length), chance.of(0.5)));
        }
        return List.copyOf(outages);
    }
}
