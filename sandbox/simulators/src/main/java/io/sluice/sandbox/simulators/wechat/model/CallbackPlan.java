package io.sluice.sandbox.simulators.wechat.model;

import io.sluice.sandbox.simulators.callback.model.Variant;
import java.time.Duration;
import java.util.List;

/** Which callbacks follow a payment, by its outcome. */
public final class CallbackPlan {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration LATE = Duration.ofMinutes(10);

    /** The channel's own pauses between the sendings of a callback that is not accepted. */
    public static final List<Duration> RESEND_PAUSES = List.of(
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60),
            Duration.ofHours(3),
            Duration.ofHours(3),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(6));

    /** One callback: what it is, how long after the payment (in real time, to be scaled), and how often at once. */
    public record Step(Variant variant, Duration after, int copies) {}

    private CallbackPlan() {}

    public static List<Step> after(Outcome outcome) {
        return switch (outcome) {
            case SILENT, TIMEOUT_CHARGED, CHARGED_LATE -> List.of();
            case LATE -> List.of(new Step(Variant.HONEST, LATE, 1));
            case DUPLICATE -> List.of(new Step(Variant.HONEST, AT_ONCE, 3));
            case WRONG_AMOUNT -> List.of(new Step(Variant.WRONG_AMOUNT, AT_ONCE, 1));
            case PROBE -> List.of(new Step(Variant.PROBE, AT_ONCE, 1), new Step(Variant.HONEST, SOON, 1));
            case OUT_OF_ORDER ->
                List.of(
                        new Step(Variant.STALE, AT_ONCE, 1),
                        new Step(Variant.HONEST, SOON, 1),
                        new Step(Variant.STALE, SOON.multipliedBy(2), 1));
            case APPROVED, DECLINED, NEVER, TIMEOUT_NOT_CHARGED, PAID_AFTER_CLOSE, ERROR_AFTER, GARBAGE ->
                List.of(new Step(Variant.HONEST, AT_ONCE, 1));
        };
    }
}
