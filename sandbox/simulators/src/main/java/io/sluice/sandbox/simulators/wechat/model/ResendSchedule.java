package io.sluice.sandbox.simulators.wechat.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When an unanswered callback is sent again: WeChat Pay's own pauses, divided by the scale.
 *
 * @param scale how much faster than real time the simulator lives; 1000 turns 15 s into 15 ms
 */
public record ResendSchedule(double scale) {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60),
            Duration.ofHours(3),
            Duration.ofHours(3),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(6));

    public ResendSchedule {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("The time scale must be positive, not " + scale);
        }
    }

    /** The pause before the next sending after so many that failed; empty when the channel gives up. */
    public Optional<Duration> pauseAfter(int failed) {
        return failed >= 1 && failed <= PAUSES.size() ? Optional.of(scaled(PAUSES.get(failed - 1))) : Optional.empty();
    }

    public Duration scaled(Duration real) {
        return Duration.ofNanos(Math.round(real.toNanos() / scale));
    }
}
