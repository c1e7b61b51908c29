package io.sluice.core.channel;

import java.util.Locale;

/** What can be done about a payment that a channel holds or has collected. */
public enum ModificationKind {
    /** Collects money that an authorization holds: {@link Captures}. */
    CAPTURE,
    /** Releases what an authorization still holds: {@link Voids}. */
    VOID,
    /** Undoes a capture that is not settled yet: {@link VoidsCaptures}. */
    CAPTURE_VOID,
    /** Undoes all of what an order collected at once and that is not settled yet: {@link VoidsCharges}. */
    CHARGE_VOID,
    /** Gives collected money back: {@link Refunds}. */
    REFUND;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
