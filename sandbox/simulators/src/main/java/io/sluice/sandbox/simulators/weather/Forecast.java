package io.sluice.sandbox.simulators.weather;

import io.sluice.sandbox.simulators.weather.model.CallbackWeather;
import io.sluice.sandbox.simulators.weather.model.Conditions;
import io.sluice.sandbox.simulators.weather.model.Fate;
import java.util.SplittableRandom;

/**
 * What a seed foretells. Requests, orders and callbacks have a generator each, and each of them uses up the same count of
 * draws whatever is set: so the n-th request of a seed meets with the same whatever happened to orders and callbacks.
 * Not for several threads.
 */
public final class Forecast {
    private final SplittableRandom requests;
    private final SplittableRandom orders;
    private final SplittableRandom callbacks;

    public Forecast(long seed) {
        var first = new SplittableRandom(seed);
        requests = first.split();
        orders = first.split();
        callbacks = first.split();
    }

    /** The next request's. */
    public Fate request(Conditions conditions) {
        double fault = requests.nextDouble();
        double latency = requests.nextDouble();
        return new Fate(
                conditions.rates().at(fault).orElse(null), conditions.latency().at(latency));
    }

    /** Whether the next order succeeds, while so large a share of them does. */
    public boolean succeeds(double rate) {
        return orders.nextDouble() < rate;
    }

    /** The next callback's. */
    public CallbackWeather.Fate callback(CallbackWeather weather) {
        return weather.of(new CallbackWeather.Draws(
                callbacks.nextDouble(),
                callbacks.nextDouble(),
                callbacks.nextDouble(),
                callbacks.nextDouble(),
                callbacks.nextDouble()));
    }
}
