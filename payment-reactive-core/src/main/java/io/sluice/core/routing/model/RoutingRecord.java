package io.sluice.core.routing.model;

import io.sluice.core.id.AttemptId;
import io.sluice.core.payment.model.Payment;

/** A decision together with what it was taken on. */
public record RoutingRecord(RoutingSnapshot snapshot, RoutingDecision decision) {

    public static RoutingRecord of(RoutingSnapshot snapshot) {
        return new RoutingRecord(snapshot, RoutingPolicy.decide(snapshot));
    }

    /** The dice of an attempt follow from its id, so that they are on record before it is. */
    public static long seed(AttemptId attempt) {
        return attempt.value().getMostSignificantBits() ^ attempt.value().getLeastSignificantBits();
    }

    /** Whether the snapshot is decided in the same way again. */
    public boolean isRepeatable() {
        return RoutingPolicy.decide(snapshot).equals(decision);
    }

    /**
     * A record as it was written with an attempt.
     *
     * @param payment as it stood once the attempt was recorded, which is its last
     */
    public record OfAttempt(Payment payment, RoutingRecord record) {}
}
