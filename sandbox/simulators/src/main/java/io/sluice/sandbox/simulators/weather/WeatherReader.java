package io.sluice.sandbox.simulators.weather;

import io.sluice.sandbox.simulators.weather.WeatherChange.Away;
import io.sluice.sandbox.simulators.weather.WeatherChange.Sinking;
import io.sluice.sandbox.simulators.weather.model.CallbackWeather;
import io.sluice.sandbox.simulators.weather.model.Fault;
import io.sluice.sandbox.simulators.weather.model.Latency;
import io.sluice.sandbox.simulators.weather.model.Outage;
import io.sluice.sandbox.simulators.weather.model.Rates;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads what people write about weather, in the control API and in scenarios alike; {@code docs/simulators.md} lists it. */
public final class WeatherReader {
    private WeatherReader() {}

    /** @throws Fields.Wrong with the place and what would be right there */
    public static WeatherChange read(Fields fields) {
        fields.known("calm", "seed", "latency", "rates", "drift", "callbacks", "outage");
        return new WeatherChange(
                fields.truth("calm"),
                fields.has("seed") ? fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE) : null,
                fields.optional("latency", WeatherReader::latency),
                fields.optional("rates", WeatherReader::rates),
                fields.optional("drift", WeatherReader::drift),
                fields.optional("callbacks", WeatherReader::callbacks),
                fields.optional("outage", WeatherReader::outage));
    }

    private static Latency latency(Fields fields) {
        fields.known("fixed_ms", "least_ms", "most_ms", "median_ms", "p99_ms");
        String given = String.join(" and ", fields.object().propertyNames());
        return switch (given) {
            case "fixed_ms" -> new Latency.Fixed(fields.millis("fixed_ms"));
            case "least_ms and most_ms", "most_ms and least_ms" ->
                fields.checked(() -> new Latency.Uniform(fields.millis("least_ms"), fields.millis("most_ms")));
            case "median_ms and p99_ms", "p99_ms and median_ms" ->
                fields.checked(() -> new Latency.Lognormal(fields.millis("median_ms"), fields.millis("p99_ms")));
            default ->
                throw new Fields.Wrong(
                        fields.path(),
                        "must have fixed_ms, or least_ms and most_ms, or median_ms and p99_ms, not "
                                + (given.isEmpty() ? "nothing" : given));
        };
    }

    private static Rates rates(Fields fields) {
        fields.known(Arrays.stream(Fault.values()).map(Fault::label).toArray(String[]::new));
        Map<Fault, Double> shares = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            double share = fields.share(fault.label());
            if (share > 0) {
                shares.put(fault, share);
            }
        }
        return fields.checked(() -> new Rates(shares));
    }

    private static Sinking drift(Fields fields) {
        fields.known("to", "over_s", "outcome");
        Duration over = fields.has("over_s") ? fields.seconds("over_s") : Duration.ZERO;
        return new Sinking(fields.number("to", 0, 1), over, fields.text("outcome", "declined"));
    }

    private static CallbackWeather callbacks(Fields fields) {
        fields.known("latency", "late", "late_by", "duplicated", "reordered");
        return new CallbackWeather(
                fields.has("latency") ? latency(fields.in("latency")) : Latency.NONE,
                fields.share("late"),
                fields.has("late_by") ? latency(fields.in("late_by")) : new Latency.Fixed(Duration.ofSeconds(30)),
                fields.share("duplicated"),
                fields.share("reordered"));
    }

    private static Away outage(Fields fields) {
        fields.known("kind", "s");
        return new Away(fields.word("kind", WeatherReader::kind, "refused, cut, silent"), fields.seconds("s"));
    }

    private static Optional<Outage.Kind> kind(String label) {
        return Arrays.stream(Outage.Kind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }
}
