package io.sluice.compare.overload;

import io.sluice.sandbox.load.LoadScenario;
import java.time.Duration;
import java.util.List;

/**
 * How much is run.
 *
 * @param scenarios in turn; their capacity is measured before
 * @param warmUp payments before anything counts
 * @param measured payments by which the cost of one is known, all of which are refused several times for the cost of that
 * @param gatlingWarmUp of each scenario's own JVM
 * @param ramp how long the capacity is looked for
 * @param capacity payments a second, where it shall not be looked for; 0 for looking
 */
public record OverloadPlan(
        List<LoadScenario> scenarios, int warmUp, int measured, Duration gatlingWarmUp, Duration ramp, int capacity) {

    /** All of them, a quarter of an hour. */
    public static OverloadPlan full(List<LoadScenario> scenarios, int capacity) {
        return new OverloadPlan(scenarios, 60_000, 10_000, Duration.ofSeconds(8), Duration.ofSeconds(96), capacity);
    }

    /** What can be asked for. */
    public static List<LoadScenario> all() {
        return List.of(LoadScenario.OVERLOAD, LoadScenario.UNFAIR, LoadScenario.SLOW_CHANNEL, LoadScenario.STALLED_SSE);
    }

    /** Payments a second of a scenario: overload measures itself by all there is, the others leave room. */
    static int rate(LoadScenario scenario, int capacity) {
        return switch (scenario) {
            case OVERLOAD -> capacity;
            case UNFAIR -> Math.max(1, capacity * 3 / 4);
            default -> Math.max(1, capacity / 2);
        };
    }

    static Duration duration(LoadScenario scenario) {
        return Duration.ofSeconds(
                switch (scenario) {
                    case OVERLOAD -> 60;
                    case STALLED_SSE -> 180;
                    default -> 60;
                });
    }
}
