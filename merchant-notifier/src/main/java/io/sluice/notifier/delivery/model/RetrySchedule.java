package io.sluice.notifier.delivery.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long to wait after the first, second, … failed attempt. An attempt that fails after the last wait was the last.
 *
 * @param delays ascending; the last is also the most that a receiver's {@code Retry-After} is honoured to
 */
public record RetrySchedule(List<Duration> delays) {

    /** Ten retries over three days: a receiver that is back after a weekend has missed nothing. */
    public static final RetrySchedule STANDARD = new RetrySchedule(
            Stream.of("PT5S", "PT30S", "PT2M", "PT10M", "PT1H", "PT3H", "PT6H", "PT12H", "PT24H", "PT24H")
                    .map(Duration::parse)
                    .toList());

    /** Each wait is spread over this share of itself to either side, so that what failed together does not return together. */
    private static final double SPREAD = 0.2;

    public RetrySchedule {
        delays = List.copyOf(delays);
        if (delays.isEmpty()) {
            throw new IllegalArgumentException("a retry schedule needs one delay at least");
        }
    }

    /** The same schedule in a shorter (or longer) day. */
    public RetrySchedule scaledBy(double factor) {
        return new RetrySchedule(
                delays.stream().map(delay -> times(delay, factor)).toList());
    }

    /**
     * The wait after a failed attempt.
     *
     * @param failures how many attempts have failed, this one included; from 1
     * @param jitter where in the spread, from 0 to 1
     * @param retryAfter what the receiver asked for; honoured when longer, up to the schedule's longest wait
     * @return empty when that attempt was the last
     */
    public Optional<Duration> delayAfter(int failures, double jitter, Optional<Duration> retryAfter) {
        if (failures > delays.size()) {
            return Optional.empty();
        }
        Duration spread = times(delays.get(failures - 1), 1 - SPREAD + 2 * SPREAD * jitter);
        return Optional.of(longer(spread, shorter(retryAfter.orElse(Duration.ZERO), delays.getLast())));
    }

    private static Duration times(Duration delay, double factor) {
        return Duration.ofMillis(Math.round(delay.toMillis() * factor));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
