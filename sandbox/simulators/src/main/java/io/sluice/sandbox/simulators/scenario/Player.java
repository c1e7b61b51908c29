package io.sluice.sandbox.simulators.scenario;

import io.sluice.sandbox.simulators.Json;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Plays a scenario on channels that run, telling each step. */
public final class Player {
    private final Stage stage;
    private final Waiting waiting;
    private final Consumer<String> teller;
    private final double speed;

    /** Where the control APIs are. */
    @FunctionalInterface
    public interface Stage {
        /** @param part the path under {@code /_sim} that the order is posted to */
        void order(String channel, String part, JsonNode wanted);
    }

    /** How time passes. */
    @FunctionalInterface
    public interface Waiting {
        /** Returns so long after the play began. Blocks. */
        void until(Duration sinceBeginning);
    }

    /** @param speed how many times as fast as written; what lasts is as much shorter, latencies are not */
    public Player(Stage stage, Waiting waiting, Consumer<String> teller, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("the speed must be above 0, not " + speed);
        }
        this.stage = stage;
        this.waiting = waiting;
        this.teller = teller;
        this.speed = speed;
    }

    /** Begins with calm weather and fresh draws at the scenario's channels; what the last step leaves remains. Blocks. */
    public void play(Scenario scenario) {
        teller.accept(scenario.name() + ", seed " + scenario.seed());
        scenario.channels().forEach(channel -> stage.order(channel, "weather", fresh(scenario.seedOf(channel))));
        scenario.steps().forEach(this::play);
    }

    private static JsonNode fresh(long seed) {
        return Json.MAPPER.createObjectNode().put("calm", true).put("seed", seed);
    }

    private void play(Step step) {
        waiting.until(Duration.ofNanos(Math.round(step.at().toNanos() / speed)));
        teller.accept(told(step));
        step.channels()
                .forEach(channel -> step.orders()
                        .forEach((part, order) -> stage.order(channel, part, Step.hastened(order, speed))));
    }

    private static String told(Step step) {
        String orders = step.orders().entrySet().stream()
                .map(order -> order.getKey() + " " + order.getValue())
                .collect(Collectors.joining(" "));
        String words = step.say().isEmpty() ? "" : "  # " + step.say();
        return "%7.1f s  %-24s %s%s"
                .formatted(step.at().toMillis() / 1000.0, String.join(",", step.channels()), orders, words);
    }
}
