package io.sluice.sandbox.simulators.wechat.model;

import io.sluice.sandbox.simulators.model.Playable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a refund ends; the refund's {@code reason} chooses it with {@code outcome=NAME}. */
public enum RefundOutcome implements Playable {
    SUCCESS("the money goes back after the usual delay"),
    ABNORMAL("the payer's bank refuses the money: REFUND.ABNORMAL, the sum stays set aside"),
    CLOSED("the refund is closed: REFUND.CLOSED, the sum can be refunded again"),
    PENDING("the refund stays in PROCESSING"),
    DECLINED("the request is refused with NOT_ENOUGH and nothing is kept"),
    SILENT("the money goes back, but there is no callback: only a query reveals it"),
    TIMEOUT_DONE("the refund is kept but its first request is never answered; then the money goes back"),
    TIMEOUT_NOT_DONE("the first request is never answered and nothing is kept; a repetition goes through"),
    RETURNED("the money goes back and then bounces: REFUND.SUCCESS, later REFUND.CLOSED");

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
