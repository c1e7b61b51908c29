package io.sluice.core.modification.model;

/** Where a capture, a void or a refund stands. What may follow what is in {@link ModificationTransitions}. */
public enum ModificationState {
    CREATED,
    RESERVED,
    SENT,
    PROCESSING,
    UNKNOWN,
    SUCCEEDED,
    FAILED,
    ABNORMAL,
    MANUAL,
    RETURNED;

    /** Whether the channel is still to be asked what becomes of it. */
    public boolean isOpen() {
        return switch (this) {
            case RESERVED, SENT, PROCESSING, UNKNOWN, ABNORMAL -> true;
            default -> false;
        };
    }

    /** Whether its amount is set aside: it may still succeed. */
    public boolean isReserved() {
        return isOpen() || this == MANUAL;
    }
}
