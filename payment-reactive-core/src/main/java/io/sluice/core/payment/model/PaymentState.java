package io.sluice.core.payment.model;

/** Where a payment stands. What may follow what is in {@link Transitions}. */
public enum PaymentState {
    CREATED,
    RISK_REVIEW,
    REQUIRES_ACTION,
    PROCESSING,
    AUTHORIZED,
    PARTIALLY_CAPTURED,
    SUCCEEDED,
    FAILED,
    CLOSING,
    CLOSED,
    CONFLICTED,
    REVERSED;

    /** Whether nothing more is expected to happen by itself. */
    public boolean isFinal() {
        return switch (this) {
            case SUCCEEDED, FAILED, CLOSED, REVERSED -> true;
            default -> false;
        };
    }
}
