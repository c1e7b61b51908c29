package io.sluice.core.agreement.model;

import java.util.Locale;

/** Where an agreement stands. What may follow what is in {@link AgreementTransitions}. */
public enum AgreementState {
    /** The payer has not agreed yet, or it is not known whether he has. */
    PENDING,
    /** Payments can be made by it. */
    ACTIVE,
    /** No payment can be made by it any more; the channel has not said yet that it is over. */
    REVOKING,
    REVOKED,
    FAILED,
    EXPIRED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing can follow. */
    public boolean isEnd() {
        return AgreementTransitions.after(this).isEmpty();
    }
}
