package io.sluice.core.payment.model;

/** Where one attempt at a channel stands. What may follow what is in {@link Transitions}. */
public enum AttemptState {
    CREATED,
    SENT,
    NOT_SENT,
    ACCEPTED,
    AUTHORIZED,
    SUCCEEDED,
    DECLINED,
    UNKNOWN,
    ABSENT,
    REVERSING,
    REVERSED,
    MANUAL;

    /** Whether the channel may still turn this attempt into a charge: an inquiry, a callback or a close decides it. */
    public boolean isOpen() {
        return switch (this) {
            case CREATED, SENT, ACCEPTED, UNKNOWN, REVERSING, MANUAL -> true;
            default -> false;
        };
    }

    /** Whether it is proven that this attempt took no money, so that another may be made. */
    public boolean isSafelyOver() {
        return switch (this) {
            case DECLINED, NOT_SENT, ABSENT, REVERSED -> true;
            default -> false;
        };
    }
}
