package io.sluice.sandbox.simulators.alipay.model;

import io.sluice.sandbox.simulators.model.Playable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a refund goes; its {@code refund_reason} chooses it with {@code outcome=NAME}. */
public enum RefundOutcome implements Playable {
    SUCCESS("the money goes back at once"),
    PENDING("fund_change is N and a query has no refund_status, until the money goes back after the usual delay"),
    CLOSED("taken on with fund_change N, and given up after the usual delay: a query finds no such refund"),
    DECLINED("refused with ACQ.SELLER_BALANCE_NOT_ENOUGH, nothing is kept"),
    SILENT("the money goes back, but there is no notify"),
    ERROR_AFTER("the money goes back, but the first request is answered 20000 ACQ.SYSTEM_ERROR"),
    TIMEOUT_DONE("the money goes back, but the first request is never answered"),
    TIMEOUT_NOT_DONE("the first request is never answered and nothing is kept; a repetition goes through");

    private final String description;

    RefundOutcome(String description) {
        this.description = description;
    }

    @Override
    public String description() {
        return description;
    }

    public static Optional<RefundOutcome> ofLabel(String label) {
        return Playable.ofLabel(values(), label);
    }

    public static RefundOutcome markedIn(@Nullable String reason) {
        return Playable.markedIn(reason).flatMap(RefundOutcome::ofLabel).orElse(SUCCESS);
    }

    public boolean takesTime() {
        return this == PENDING || this == CLOSED;
    }
}
