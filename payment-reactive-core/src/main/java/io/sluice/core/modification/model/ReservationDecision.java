package io.sluice.core.modification.model;

import org.jspecify.annotations.Nullable;

/** Whether it may be done. */
public sealed interface ReservationDecision {

    /** It may: record this, and only then send it. */
    record Reserved(ModificationTransition transition) implements ReservationDecision {}

    /**
     * It may not; nothing is recorded.
     *
     * @param code stable, such as {@code refund_exceeds_payment}
     * @param field of the request that would have to be another; null when it is the payment's state that does not allow it
     */
    record Refused(String code, @Nullable String field, String message) implements ReservationDecision {}
}
