package io.sluice.compare.profile.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All CPU of one process during a load, and the memory that it took.
 *
 * @param samples of threads that run Java, in microseconds
 * @param allocations in bytes
 * @param threads milliseconds by purpose of all threads, from the kernel; those that run Java under {@link Purpose#OWN}
 */
public record Profiled(List<Sample> samples, List<Sample> allocations, Map<Purpose, Double> threads, long payments) {
    private static final double MICROS_A_MILLI = 1000;

    public Profiled {
        samples = List.copyOf(samples);
        allocations = List.copyOf(allocations);
        threads = Map.copyOf(threads);
    }

    /** How much of the CPU that the kernel counted for Java's threads was sampled, from 0 to about 1. */
    public double coverage() {
        double sampled = samples.stream().mapToDouble(Sample::amount).sum();
        return sampled / (threads.getOrDefault(Purpose.OWN, 0.0) * MICROS_A_MILLI);
    }

    /** The samples in microseconds a payment: together what the kernel counted. */
    public Stream<Sample> micros() {
        double factor = 1 / coverage() / payments;
        return samples.stream().map(sample -> sample.times(factor));
    }

    /** The memory that was taken, in bytes a payment. */
    public Stream<Sample> bytes() {
        return allocations.stream().map(sample -> sample.times(1.0 / payments));
    }

    /** Microseconds a payment by a purpose's label. They add up to what the kernel counted for the process. */
    public Sums microsByPurpose() {
        Sums sums = Sums.of(micros(), sample -> Attribution.of(sample.frames()).label());
        threads.forEach((purpose, ms) -> {
            if (purpose != Purpose.OWN) {
                sums.add(purpose.label(), ms * MICROS_A_MILLI / payments);
            }
        });
        return sums;
    }

    /** Bytes a payment by a purpose's label. */
    public Sums bytesByPurpose() {
        return Sums.of(bytes(), sample -> Attribution.of(sample.frames()).label());
    }
}
