package io.sluice.compare.profile.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All CPU of one process during a load.
 *
 * @param samples of threads that run Java
 * @param threads milliseconds by purpose of all threads, from the kernel; those that run Java under {@link Purpose#OWN}
 */
public record Profiled(List<Sample> samples, Map<Purpose, Double> threads, long payments) {
    private static final double MICROS_A_MILLI = 1000;

    public Profiled {
        samples = List.copyOf(samples);
        threads = Map.copyOf(threads);
    }

    /** How much of the CPU that the kernel counted for Java's threads was sampled, from 0 to about 1. */
    public double coverage() {
        return sampled() / (threads.getOrDefault(Purpose.OWN, 0.0) * MICROS_A_MILLI);
    }

    /** The samples, each in microseconds a payment, together what the kernel counted. */
    public Stream<Sample> perPayment() {
        double factor = 1 / coverage() / payments;
        return samples.stream().map(sample -> new Sample(sample.frames(), sample.micros() * factor));
    }

    /** Microseconds a payment; their sum is the process's. */
    public Map<Purpose, Double> byPurpose() {
        Map<Purpose, Double> micros = new EnumMap<>(Purpose.class);
        threads.forEach((purpose, ms) -> {
            if (purpose != Purpose.OWN) {
                micros.merge(purpose, ms * MICROS_A_MILLI / payments, Double::sum);
            }
        });
        perPayment().forEach(sample -> micros.merge(Attribution.of(sample.frames()), sample.micros(), Double::sum));
        return micros;
    }

    private double sampled() {
        return samples.stream().mapToDouble(Sample::micros).sum();
    }
}
