package io.sluice.sandbox.simulators.weather.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What becomes of one request: the fault it meets with, and how long its answer takes. */
public record Fate(@Nullable Fault fault, Duration latency) {

    public Fate with(Fault other) {
        return new Fate(other, latency);
    }
}
