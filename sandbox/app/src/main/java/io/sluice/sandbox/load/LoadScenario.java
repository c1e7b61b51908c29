package io.sluice.sandbox.load;

import io.sluice.sandbox.place.SandboxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A scenario of {@code perf/gatling}, and how much of it two cores bear that are shared with everything else. */
public enum LoadScenario {
    STEADY("as many payments each second as the one before", 60, seconds(30)),
    RAMP("more each second, step by step up to --rate: the capacity", 400, seconds(80)),
    SPIKE("a flash sale: ten times as many from one second to the next", 20, seconds(30)),
    SOAK("steady for long; the edge's memory stays flat", 60, Duration.ofMinutes(30)),
    CALLBACK_STORM("all payers pay at once, callbacks come twice and out of turn", 50, seconds(20)),
    SSE("thousands of browsers follow payments by tickets", 1, seconds(20)),
    MIXED("a day: four channels, reads, lists, refunds, streams, callbacks", 50, seconds(60)),
    OVERLOAD("twice and ten times the capacity (--rate, or measured by ramp first)", 0, seconds(45)),
    UNFAIR("one of five merchants asks for twenty times his share of --rate", 100, seconds(60)),
    SLOW_CHANNEL("one channel takes three seconds beside another that does not", 60, seconds(60)),
    STALLED_SSE("streams that nobody reads, beside payments", 40, seconds(180));

    /** The simulations' package. */
    private static final String PACKAGE = "io.sluice.perf.";

    private final String summary;
    private final int rate;
    private final Duration duration;

    /**
     * @param rate payments a second unless told otherwise; 0 when it has to be found out
     * @param duration of the load unless told otherwise
     */
    LoadScenario(String summary, int rate, Duration duration) {
        this.summary = summary;
        this.rate = rate;
        this.duration = duration;
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    /** As it is typed. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int rate() {
        return rate;
    }

    Duration duration() {
        return duration;
    }

    /** How many there are at once of what is not counted by the second. */
    int users() {
        return switch (this) {
            case SSE -> 2_000;
            case STALLED_SSE -> 500;
            default -> 1;
        };
    }

    /** How many merchants pay. */
    int merchants() {
        return this == UNFAIR ? 5 : 1;
    }

    /** Whether what the edge holds in memory is judged too. */
    boolean watchesMemory() {
        return this == SOAK || this == OVERLOAD;
    }

    /** Its class in {@code perf/gatling}: {@code callback-storm} is {@code CallbackStorm}. */
    public String simulation() {
        return Arrays.stream(label().split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", PACKAGE, ""));
    }

    /** @throws SandboxException with all there are, when there is none of this name */
    public static LoadScenario named(String label) {
        return Arrays.stream(values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new SandboxException("there is no scenario '" + label + "'; there are "
                        + Arrays.stream(values()).map(LoadScenario::label).collect(Collectors.joining(", "))));
    }

    /** A line for each, for people. */
    public static List<String> lines() {
        return Arrays.stream(values())
                .map(one -> "  %-15s %s".formatted(one.label(), one.summary))
                .toList();
    }
}
