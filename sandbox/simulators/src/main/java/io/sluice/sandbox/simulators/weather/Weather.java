package io.sluice.sandbox.simulators.weather;

import io.sluice.sandbox.simulators.weather.model.CallbackWeather;
import io.sluice.sandbox.simulators.weather.model.Conditions;
import io.sluice.sandbox.simulators.weather.model.Drift;
import io.sluice.sandbox.simulators.weather.model.Fate;
import io.sluice.sandbox.simulators.weather.model.Outage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The weather of one simulator: what is set, what the seed makes of it, and whether the channel is there at all. */
public final class Weather {
    private final InstantSource clock;
    private final Faults faults = new Faults();
    private final List<Consumer<Outage>> shutters = new CopyOnWriteArrayList<>();
    private long seed;
    private Forecast forecast = new Forecast(0);
    private Conditions conditions = Conditions.CALM;
    private @Nullable Outage outage;

    public Weather(InstantSource clock) {
        this.clock = clock;
    }

    /** What is known of it now. */
    public record Seen(
            long seed, Conditions conditions, @Nullable Outage outage, Instant at) {}

    /** The faults that strike by count; they come before those that strike by rate. */
    public Faults faults() {
        return faults;
    }

    /** What the next request meets with. */
    public synchronized Fate request() {
        Fate drawn = forecast.request(conditions);
        return faults.next().map(drawn::with).orElse(drawn);
    }

    /** What the next order meets with instead of the usual outcome, where the success rate has drifted. */
    public synchronized Optional<String> insteadOfUsual() {
        Drift drift = conditions.drift();
        boolean succeeds = forecast.succeeds(drift == null ? 1 : drift.rateAt(clock.instant()));
        return drift == null || succeeds ? Optional.empty() : Optional.of(drift.outcome());
    }

    /** What the next callback meets with. */
    public synchronized CallbackWeather.Fate callback() {
        return forecast.callback(conditions.callbacks());
    }

    /** In which way the channel is away now, if it is. */
    public synchronized Optional<Outage.Kind> away() {
        return Optional.ofNullable(outage)
                .filter(one -> !one.isOverAt(clock.instant()))
                .map(Outage::kind);
    }

    public boolean isAway(Outage.Kind kind) {
        return away().filter(kind::equals).isPresent();
    }

    /** Whoever has to do something at an outage's beginning, such as to stop listening. */
    public void onOutage(Consumer<Outage> shutter) {
        shutters.add(shutter);
    }

    public synchronized Seen see() {
        boolean over = outage == null || outage.isOverAt(clock.instant());
        return new Seen(seed, conditions, over ? null : outage, clock.instant());
    }

    /** From now on it is so; a new seed begins its draws anew. */
    public void change(WeatherChange change) {
        Outage begun = take(change);
        if (begun != null) {
            shutters.forEach(shutter -> shutter.accept(begun));
        }
    }

    private synchronized @Nullable Outage take(WeatherChange change) {
        if (change.calm()) {
            faults.clear();
            outage = null;
        }
        if (change.seed() != null) {
            seed = change.seed();
            forecast = new Forecast(seed);
        }
        conditions = change.on(conditions, clock.instant());
        Outage begun = change.outageAt(clock.instant());
        outage = begun == null ? outage : begun;
        return begun;
    }
}
