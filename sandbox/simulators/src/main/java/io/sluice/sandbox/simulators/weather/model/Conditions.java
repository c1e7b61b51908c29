package io.sluice.sandbox.simulators.weather.model;

import org.jspecify.annotations.Nullable;

/** All that is set and stays set until it is set again; an outage, which ends by itself, is not among it. */
public record Conditions(
        Latency latency, Rates rates, @Nullable Drift drift, CallbackWeather callbacks) {
    public static final Conditions CALM = new Conditions(Latency.NONE, Rates.NONE, null, CallbackWeather.NONE);

    public Conditions with(Latency newLatency) {
        return new Conditions(newLatency, rates, drift, callbacks);
    }

    public Conditions with(Rates newRates) {
        return new Conditions(latency, newRates, drift, callbacks);
    }

    public Conditions with(@Nullable Drift newDrift) {
        return new Conditions(latency, rates, newDrift, callbacks);
    }

    public Conditions with(CallbackWeather newCallbacks) {
        return new Conditions(latency, rates, drift, newCallbacks);
    }
}
