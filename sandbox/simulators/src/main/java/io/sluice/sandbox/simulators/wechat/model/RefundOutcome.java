package io.sluice.sandbox.simulators.wechat.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a refund ends; the refund's {@code reason} chooses it with {@code outcome=NAME}. */
public enum RefundOutcome {
    SUCCESS("the money goes back after the usual delay"),
    ABNORMAL("the payer's bank refuses the money: REFUND.ABNORMAL, the sum stays set aside"),
    CLOSED("the refund is closed: REFUND.CLOSED, the sum can be refunded again"),
    PENDING("the refund stays in PROCESSING"),
    DECLINED("the request is refused with NOT_ENOUGH and nothing is kept"),
    SILENT("the money goes back, but there is no callback: only a query reveals it"),
    TIMEOUT_DONE("the refund is kept but its first request is never answered; then the money goes back"),
    TIMEOUT_NOT_DONE("the first request is never answered and nothing is kept; a repetition goes through"),
    RETURNED("the money goes back and then bounces: REFUND.SUCCESS, later REFUND.CLOSED");

    private static final Pattern MARKER = Pattern.compile("\\boutcome=([A-Za-z_-]+)");
    private final String description;

    RefundOutcome(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }

    /** The name as people type it: {@code timeout-done}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RefundOutcome> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(outcome ->
                        outcome.label().equals(label.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst();
    }

    public static RefundOutcome markedIn(@Nullable String reason) {
        Matcher marker = MARKER.matcher(reason == null ? "" : reason);
        return marker.find() ? ofLabel(marker.group(1)).orElse(SUCCESS) : SUCCESS;
    }

    /** Where a refund comes to when it is no longer processed. */
    public RefundState end() {
        return switch (this) {
            case SUCCESS, SILENT, TIMEOUT_DONE, TIMEOUT_NOT_DONE, RETURNED -> RefundState.SUCCESS;
            case ABNORMAL -> RefundState.ABNORMAL;
            case CLOSED -> RefundState.CLOSED;
            case PENDING, DECLINED -> RefundState.PROCESSING;
        };
    }
}
