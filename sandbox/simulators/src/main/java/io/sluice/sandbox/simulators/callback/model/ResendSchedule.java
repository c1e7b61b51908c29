package io.sluice.sandbox.simulators.callback.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When an unanswered callback is sent again: the channel's own pauses, divided by the scale.
 *
 * @param pauses in real time
 * @param scale how much faster than real time the simulator lives; 1000 turns 15 s into 15 ms
 */
public record ResendSchedule(List<Duration> pauses, double scale) {
    public ResendSchedule {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("The time scale must be positive, not " + scale);
        }
    }

    /** The pause before the next sending after so many that failed; empty when the channel gives up. */
    public Optional<Duration> pauseAfter(int failed) {
        return failed >= 1 && failed <= pauses.size() ? Optional.of(scaled(pauses.get(failed - 1))) : Optional.empty();
    }

    public Duration scaled(Duration real) {
        return Duration.ofNanos(Math.round(real.toNanos() / scale));
    }
}
