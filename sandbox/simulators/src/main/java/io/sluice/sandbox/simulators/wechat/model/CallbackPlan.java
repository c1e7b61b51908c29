package io.sluice.sandbox.simulators.wechat.model;

import io.sluice.sandbox.simulators.callback.model.Plan;
import java.time.Duration;
import java.util.List;

/** Which callbacks follow a payment, by its outcome. */
public final class CallbackPlan {
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

    private CallbackPlan() {}

    public static Plan after(Outcome outcome) {
        return switch (outcome) {
            case SILENT, TIMEOUT_CHARGED, CHARGED_LATE -> Plan.NONE;
            case LATE -> Plan.LATE;
            case DUPLICATE -> Plan.THRICE;
            case WRONG_AMOUNT -> Plan.LYING;
            case PROBE -> Plan.PROBED;
            case OUT_OF_ORDER -> Plan.DISORDERED;
            case APPROVED, DECLINED, NEVER, TIMEOUT_NOT_CHARGED, PAID_AFTER_CLOSE, ERROR_AFTER, GARBAGE -> Plan.ONE;
        };
    }
}
