package io.sluice.sandbox.simulators.weather.model;

import java.time.Duration;

/**
 * What befalls callbacks on their way, on top of what their order's outcome does to them.
 *
 * @param latency how long each takes; where it spreads, they overtake each other
 * @param late the share that is late by {@code lateBy} in addition
 * @param duplicated the share that is sent twice at once
 * @param reordered the share that waits until the next one has been sent, or for some seconds where none comes
 */
public record CallbackWeather(Latency latency, double late, Latency lateBy, double duplicated, double reordered) {
    public static final CallbackWeather NONE = new CallbackWeather(Latency.NONE, 0, Latency.NONE, 0, 0);

    /** What becomes of one callback. */
    public record Fate(Duration later, int moreCopies, boolean overtaken) {
        public static final Fate NONE = new Fate(Duration.ZERO, 0, false);
    }

    /** One drawn number for each question, each at least 0 and below 1. */
    public record Draws(double latency, double late, double lateBy, double duplicated, double reordered) {}

    public Fate of(Draws draws) {
        Duration way = latency.at(draws.latency());
        return new Fate(
                draws.late() < late ? way.plus(lateBy.at(draws.lateBy())) : way,
                draws.duplicated() < duplicated ? 1 : 0,
                draws.reordered() < reordered);
    }
}
