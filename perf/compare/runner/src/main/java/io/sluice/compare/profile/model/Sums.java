package io.sluice.compare.profile.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Amounts by name. */
public final class Sums {
    private final Map<String, Double> amounts = new TreeMap<>();

    public static Sums of(Stream<Sample> samples, Function<Sample, String> name) {
        var sums = new Sums();
        samples.forEach(sample -> sums.add(name.apply(sample), sample.amount()));
        return sums;
    }

    public void add(String name, double more) {
        amounts.merge(name, more, Double::sum);
    }

    public double of(String name) {
        return amounts.getOrDefault(name, 0.0);
    }

    public double total() {
        return amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The largest ones first. */
    public Map<String, Double> largest(int most) {
        Map<String, Double> sorted = new LinkedHashMap<>();
        List<Map.Entry<String, Double>> entries = amounts.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(most)
                .toList();
        entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
