package io.sluice.sandbox.simulators.weather;

import io.sluice.sandbox.simulators.weather.model.CallbackWeather;
import io.sluice.sandbox.simulators.weather.model.Conditions;
import io.sluice.sandbox.simulators.weather.model.Drift;
import io.sluice.sandbox.simulators.weather.model.Latency;
import io.sluice.sandbox.simulators.weather.model.Outage;
import io.sluice.sandbox.simulators.weather.model.Rates;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to change; what is null stays as it is.
 *
 * @param calm whether everything but the seed is taken back first, counted faults and an outage too
 * @param seed begins the draws anew
 */
public record WeatherChange(
        boolean calm,
        @Nullable Long seed,
        @Nullable Latency latency,
        @Nullable Rates rates,
        @Nullable Sinking drift,
        @Nullable CallbackWeather callbacks,
        @Nullable Away outage) {

    /** A drift that begins when it is ordered. */
    public record Sinking(double to, Duration over, String outcome) {}

    /** An outage that begins when it is ordered. */
    public record Away(Outage.Kind kind, Duration length) {}

    Conditions on(Conditions before, Instant now) {
        Conditions next = calm ? Conditions.CALM : before;
        next = latency == null ? next : next.with(latency);
        next = rates == null ? next : next.with(rates);
        next = drift == null ? next : next.with(new Drift(drift.to(), drift.over(), drift.outcome(), now));
        return callbacks == null ? next : next.with(callbacks);
    }

    @Nullable Outage outageAt(Instant now) {
        return outage == null ? null : new Outage(outage.kind(), now.plus(outage.length()));
    }
}
