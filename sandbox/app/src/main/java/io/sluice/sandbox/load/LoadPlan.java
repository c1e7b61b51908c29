package io.sluice.sandbox.load;

import io.sluice.sandbox.place.SandboxException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run.
 *
 * @param rate payments a second; 0 when it is to be found out first
 * @param duration of the load, without its warm-up
 * @param users how many there are at once of what is not counted by the second
 */
public record LoadPlan(LoadScenario scenario, int rate, Duration duration, int users) {
    /**
     * A plan with the scenario's own numbers where none is given.
     *
     * @throws SandboxException when a number is out of range
     */
    public static LoadPlan of(
            LoadScenario scenario, @Nullable Integer rate, @Nullable Duration duration, @Nullable Integer users) {
        require("--rate", rate);
        require("--users", users);
        Duration lasts = Objects.requireNonNullElse(duration, scenario.duration());
        if (lasts.toSeconds() < 1) {
            throw new SandboxException("--duration must be at least 1s, not " + lasts.toMillis() + "ms");
        }
        return new LoadPlan(
                scenario,
                Objects.requireNonNullElse(rate, scenario.rate()),
                lasts,
                Objects.requireNonNullElse(users, scenario.users()));
    }

    private static void require(String option, @Nullable Integer number) {
        if (number != null && number < 1) {
            throw new SandboxException(option + " must be at least 1, not " + number);
        }
    }

    /** Whether the capacity has to be measured before it can be exceeded. */
    boolean needsCapacity() {
        return rate == 0;
    }

    LoadPlan at(int found) {
        return new LoadPlan(scenario, found, duration, users);
    }
}
