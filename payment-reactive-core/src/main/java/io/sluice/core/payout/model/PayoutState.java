package io.sluice.core.payout.model;

/** Where a payout stands. What may follow what is in {@link PayoutTransitions}. */
public enum PayoutState {
    CREATED,
    /** People must agree before anything is reserved. */
    REVIEW,
    RESERVED,
    SENT,
    /** The channel took it on. That is not yet paid. */
    ACCEPTED,
    UNKNOWN,
    /** Nobody could find out; people look into the channel's own books, and the channel is still asked. */
    MANUAL,
    SUCCEEDED,
    FAILED,
    /** It was paid, and the beneficiary's bank gave it back. */
    RETURNED;

    /** Whether the channel is still to be asked what becomes of it. */
    public boolean isOpen() {
        return switch (this) {
            case RESERVED, SENT, ACCEPTED, UNKNOWN, MANUAL -> true;
            case CREATED, REVIEW, SUCCEEDED, FAILED, RETURNED -> false;
        };
    }

    /** Whether its amount is taken from what the merchant is due: it may arrive, or it has. */
    public boolean takes() {
        return isOpen() || this == SUCCEEDED;
    }
}
