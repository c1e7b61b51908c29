package io.sluice.core.payment.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a payment needs people. */
public enum Attention {
    /** All inquiries of the schedule are used up and the outcome is still not known. */
    MANUAL,
    /** Money came twice or too late. */
    CONFLICTED;

    /** Of one attempt: a conflict is shown by the last of a payment's attempts, so that a payment is listed once. */
    public static @Nullable Attention of(Payment payment, PaymentAttempt attempt) {
        if (payment.state() == PaymentState.CONFLICTED) {
            return attempt.id().equals(payment.lastAttempt().id()) ? CONFLICTED : null;
        }
        return attempt.state() == AttemptState.MANUAL ? MANUAL : null;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
