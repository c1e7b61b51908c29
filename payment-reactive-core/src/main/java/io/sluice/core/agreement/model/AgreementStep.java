package io.sluice.core.agreement.model;

/** What is under way between the gateway, the channel and the payer. Each that calls the channel has a number of its own. */
public enum AgreementStep {
    /** The channel is asked to send the payer a code, or was and nobody knows whether it did. */
    REQUESTING,
    /** The payer has a code; the merchant is to hand it over. */
    AWAITING_CODE,
    /** A code was handed to the channel, and it is not known yet what it says. */
    CONFIRMING,
    /** The channel is asked to end it, until it says that it has. */
    REVOKING,
    /** Nothing. */
    NONE;

    /** Whether the channel is to be asked what has become of it. */
    public boolean isInDoubt() {
        return this == CONFIRMING || this == REVOKING;
    }

    /** Whether a code can be handed over. */
    public boolean takesCode() {
        return this == REQUESTING || this == AWAITING_CODE;
    }
}
