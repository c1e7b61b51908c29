package io.sluice.sandbox.simulators.weather.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which share of the requests meets with which fault; together at most all of them. */
public record Rates(Map<Fault, Double> shares) {
    public static final Rates NONE = new Rates(Map.of());

    /** What rounding may add to shares that make one. */
    private static final double SLACK = 1e-9;

    public Rates {
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 1 + SLACK) {
            throw new IllegalArgumentException("all rates together must be at most 1, not " + sum);
        }
        var ordered = new EnumMap<Fault, Double>(Fault.class);
        ordered.putAll(shares);
        shares = ordered;
    }

    /** @param drawn at least 0 and below 1: each fault owns a stretch as long as its rate, in the order of their declaration */
    public Optional<Fault> at(double drawn) {
        double end = 0;
        for (var share : shares.entrySet()) {
            end += share.getValue();
            if (drawn < end) {
                return Optional.of(share.getKey());
            }
        }
        return Optional.empty();
    }
}
