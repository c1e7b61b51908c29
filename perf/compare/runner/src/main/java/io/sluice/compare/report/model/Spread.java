package io.sluice.compare.report.model;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Several measurements of one thing. */
public record Spread(double lowest, double median, double highest) {
    /** @throws IllegalArgumentException when there is none */
    public static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return new Spread(sorted[0], median(sorted), Arrays.stream(sorted).max().orElseThrow());
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
