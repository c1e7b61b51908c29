package io.sluice.sandbox.simulators.wechat.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a refund ends; the refund's {@code reason} chooses it with {@code outcome=NAME}. */
public enum RefundOutcome {
    SUCCESS("the money goes back after the usual delay"),
    ABNORMAL("the payer's bank refuses the money: REFUND.ABNORMAL, the sum stays set aside"),
    CLOSED("the refund is closed: REFUND.CLOSED, the sum can be refunded again"),
    PENDING("the refund stays in PROCESSING");

    private final String description;

    RefundOutcome(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }

    public static RefundOutcome markedIn(@Nullable String reason) {
        for (RefundOutcome outcome : values()) {
            if (reason != null && reason.contains("outcome=" + outcome.name().toLowerCase(Locale.ROOT))) {
                return outcome;
            }
        }
        return SUCCESS;
    }
}
