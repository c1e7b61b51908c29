package io.sluice.sandbox.simulators.callback.model;

import java.time.Duration;
import java.util.List;

/** Which callbacks follow what happened. */
public enum Plan {
    NONE,
    ONE,
    LATE,
    THRICE,
    LYING,
    PROBED,
    DISORDERED;

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration SOON = Duration.ofSeconds(15);

    /** One callback: what it is, how long after what it tells (in real time, to be scaled), and how often at once. */
    public record Step(Variant variant, Duration after, int copies) {}

    /** In the order in which they leave. */
    public List<Step> steps() {
        return switch (this) {
            case NONE -> List.of();
            case ONE -> List.of(honest(AT_ONCE));
            case LATE -> List.of(honest(Duration.ofMinutes(10)));
            case THRICE -> List.of(new Step(Variant.HONEST, AT_ONCE, 3));
            case LYING -> List.of(new Step(Variant.WRONG_AMOUNT, AT_ONCE, 1));
            case PROBED -> List.of(new Step(Variant.PROBE, AT_ONCE, 1), honest(SOON));
            case DISORDERED ->
                List.of(
                        new Step(Variant.STALE, AT_ONCE, 1),
                        honest(SOON),
                        new Step(Variant.STALE, SOON.multipliedBy(2), 1));
        };
    }

    private static Step honest(Duration after) {
        return new Step(Variant.HONEST, after, 1);
    }
}
