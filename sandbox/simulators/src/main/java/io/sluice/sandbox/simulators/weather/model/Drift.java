package io.sluice.sandbox.simulators.weather.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A success rate that sinks (or stays, where it takes no time) from all to {@code to}, in a straight line, and remains there.
 *
 * @param to at least 0 and at most 1
 * @param outcome what those orders meet with that do not succeed
 */
public record Drift(double to, Duration over, String outcome, Instant since) {

    /** The share of orders that still meet with the usual outcome. */
    public double rateAt(Instant now) {
        long passed = Duration.between(since, now).toMillis();
        return over.toMillis() <= passed ? to : 1 - (1 - to) * Math.max(0, passed) / over.toMillis();
    }
}
