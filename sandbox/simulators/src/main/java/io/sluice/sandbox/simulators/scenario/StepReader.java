package io.sluice.sandbox.simulators.scenario;

import io.sluice.sandbox.simulators.weather.Fields;
import io.sluice.sandbox.simulators.weather.WeatherChange;
import io.sluice.sandbox.simulators.weather.WeatherReader;
import io.sluice.sandbox.simulators.weather.model.Fault;
import io.sluice.sandbox.simulators.weather.model.Outage;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads steps, one after another, as strictly as the control APIs will take them: what is wrong is to be known before it begins. */
final class StepReader {
    private static final double LAST_SECOND = 86_400;

    /** A channel that refused connections listens again within this time. */
    private static final Duration RETURN = Duration.ofSeconds(1);

    private final Map<String, Duration> unreachableUntil = new HashMap<>();
    private Duration before = Duration.ZERO;

    /** @throws Fields.Wrong with the place and what would be right there */
    Step read(int line, JsonNode json) {
        var fields = new Fields("", json).known("at_s", "channel", "weather", "behaviour", "faults", "say");
        Duration at = time(fields);
        List<String> channels = channels(fields);
        channels.forEach(channel -> reachable(channel, at));
        if (fields.has("weather")) {
            weather(fields.in("weather"), channels, at);
        }
        if (fields.has("behaviour")) {
            behaviour(fields.in("behaviour"), channels);
        }
        if (fields.has("faults")) {
            faults(fields.in("faults"));
        }
        before = at;
        return new Step(line, at, channels, orders(fields), fields.text("say", ""));
    }

    private Duration time(Fields fields) {
        Duration at = Duration.ofMillis(Math.round(fields.number("at_s", 0, LAST_SECOND) * 1000));
        if (at.compareTo(before) < 0) {
            throw new Fields.Wrong(
                    "at_s", "must not be before the step above it, which is at " + before.toMillis() / 1000.0);
        }
        return at;
    }

    private static List<String> channels(Fields fields) {
        String name = fields.text("channel", "");
        if (!name.equals("all") && !KnownChannels.all().contains(name)) {
            throw new Fields.Wrong(
                    "channel",
                    "must be all or one of " + String.join(", ", KnownChannels.all()) + ", not '" + name + "'");
        }
        return KnownChannels.named(name);
    }

    private void reachable(String channel, Duration at) {
        Duration until = unreachableUntil.getOrDefault(channel, Duration.ZERO);
        if (at.compareTo(until) < 0) {
            throw new Fields.Wrong(
                    "at_s",
                    channel + " refuses connections, those of its control API too: must be " + until.toMillis() / 1000.0
                            + " or later");
        }
    }

    private void weather(Fields fields, List<String> channels, Duration at) {
        WeatherChange change = WeatherReader.read(fields);
        if (change.seed() != null) {
            throw new Fields.Wrong("weather.seed", "belongs into the first line: it is the whole scenario's");
        }
        if (change.drift() != null) {
            String outcome = change.drift().outcome();
            channels.forEach(channel -> plays(channel, outcome, "weather.drift.outcome"));
        }
        WeatherChange.Away away = change.outage();
        if (away != null && away.kind() == Outage.Kind.REFUSED) {
            channels.stream()
                    .filter(channel -> !channel.equals(KnownChannels.BANK))
                    .forEach(channel ->
                            unreachableUntil.put(channel, at.plus(away.length()).plus(RETURN)));
        }
    }

    private static void behaviour(Fields fields, List<String> channels) {
        fields.known("outcome", "delay_ms");
        if (fields.has("delay_ms")) {
            fields.millis("delay_ms");
        }
        if (fields.has("outcome")) {
            channels.forEach(channel -> plays(channel, fields.text("outcome", ""), "behaviour.outcome"));
        }
    }

    private static void plays(String channel, String outcome, String place) {
        if (!KnownChannels.plays(channel, outcome)) {
            throw new Fields.Wrong(
                    place, "is not played by " + channel + "; there are " + KnownChannels.outcomes(channel));
        }
    }

    private static void faults(Fields fields) {
        fields.known(Arrays.stream(Fault.values()).map(Fault::label).toArray(String[]::new));
        fields.object().propertyNames().forEach(name -> fields.whole(name, -1, Integer.MAX_VALUE));
    }

    private static Map<String, JsonNode> orders(Fields fields) {
        Map<String, JsonNode> orders = new LinkedHashMap<>();
        for (String part : List.of("weather", "behaviour", "faults")) {
            if (fields.has(part)) {
                orders.put(part, fields.object().path(part));
            }
        }
        if (orders.isEmpty()) {
            throw new Fields.Wrong("", "a step must have weather, behaviour or faults");
        }
        return orders;
    }
}
