package io.sluice.sandbox.simulators.weather.model;

import java.time.Duration;

/** How long something takes: a distribution, read at a number between 0 and 1 that somebody else draws. */
public sealed interface Latency {
    Latency NONE = new Fixed(Duration.ZERO);

    /** No distribution here takes longer, whatever is drawn: a simulator is not to be stuck for ever. */
    Duration LONGEST = Duration.ofMinutes(10);

    /** @param quantile at least 0 and below 1 */
    Duration at(double quantile);

    /** Always the same. */
    record Fixed(Duration length) implements Latency {
        @Override
        public Duration at(double quantile) {
            return length;
        }
    }

    /** Anything from the least to the most, equally likely. */
    record Uniform(Duration least, Duration most) implements Latency {
        public Uniform {
            if (most.compareTo(least) < 0) {
                throw new IllegalArgumentException(
                        "the most, " + most.toMillis() + " ms, must not be less than the least, " + least.toMillis());
            }
        }

        @Override
        public Duration at(double quantile) {
            return least.plusNanos((long) (quantile * most.minus(least).toNanos()));
        }
    }

    /** Mostly near the median with a long tail, as real upstreams are: one in a hundred takes longer than {@code p99}. */
    record Lognormal(Duration median, Duration p99) implements Latency {
        private static final double NORMAL_P99 = Normal.quantile(0.99);

        public Lognormal {
            if (median.isZero() || p99.compareTo(median) < 0) {
                throw new IllegalArgumentException("the median, " + median.toMillis()
                        + " ms, must be above 0 and not above the p99, " + p99.toMillis());
            }
        }

        @Override
        public Duration at(double quantile) {
            double sigma = Math.log((double) p99.toNanos() / median.toNanos()) / NORMAL_P99;
            double millis = median.toNanos() / 1e6 * Math.exp(sigma * Normal.quantile(quantile));
            return Duration.ofNanos(Math.round(Math.min(millis, (double) LONGEST.toMillis()) * 1e6));
        }
    }
}
