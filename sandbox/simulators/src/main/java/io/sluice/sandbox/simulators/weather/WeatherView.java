package io.sluice.sandbox.simulators.weather;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.weather.model.CallbackWeather;
import io.sluice.sandbox.simulators.weather.model.Drift;
import io.sluice.sandbox.simulators.weather.model.Latency;
import io.sluice.sandbox.simulators.weather.model.Outage;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Weather as people read it: in the words in which they set it, and where it stands now. */
public final class WeatherView {
    private WeatherView() {}

    public static ObjectNode of(Weather.Seen seen) {
        var conditions = seen.conditions();
        var view = Json.MAPPER.createObjectNode().put("seed", seen.seed());
        view.set("latency", latency(conditions.latency()));
        var rates = view.putObject("rates");
        conditions.rates().shares().forEach((fault, share) -> rates.put(fault.label(), share));
        if (conditions.drift() != null) {
            view.set("drift", drift(conditions.drift(), seen.at()));
        }
        view.set("callbacks", callbacks(conditions.callbacks()));
        if (seen.outage() != null) {
            view.set("outage", outage(seen.outage(), seen.at()));
        }
        return view;
    }

    private static ObjectNode latency(Latency latency) {
        var view = Json.MAPPER.createObjectNode();
        return switch (latency) {
            case Latency.Fixed(Duration length) -> view.put("fixed_ms", length.toMillis());
            case Latency.Uniform(Duration least, Duration most) ->
                view.put("least_ms", least.toMillis()).put("most_ms", most.toMillis());
            case Latency.Lognormal(Duration median, Duration p99) ->
                view.put("median_ms", median.toMillis()).put("p99_ms", p99.toMillis());
        };
    }

    private static ObjectNode drift(Drift drift, Instant now) {
        return Json.MAPPER
                .createObjectNode()
                .put("to", drift.to())
                .put("over_s", seconds(drift.over()))
                .put("outcome", drift.outcome())
                .put("now", drift.rateAt(now));
    }

    private static ObjectNode callbacks(CallbackWeather callbacks) {
        var view = Json.MAPPER
                .createObjectNode()
                .put("late", callbacks.late())
                .put("duplicated", callbacks.duplicated())
                .put("reordered", callbacks.reordered());
        view.set("latency", latency(callbacks.latency()));
        view.set("late_by", latency(callbacks.lateBy()));
        return view;
    }

    private static ObjectNode outage(Outage outage, Instant now) {
        return Json.MAPPER
                .createObjectNode()
                .put("kind", outage.kind().label())
                .put("left_s", seconds(outage.leftAt(now)));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
