package io.sluice.core.payout.model;

import java.util.List;

/**
 * A decision to be recorded in one durable write, with a compare-and-set on the payout's version.
 *
 * @param expectedVersion the version that the decision was taken on; 0 where the payout is new
 * @param changes at least one, in order; the last one's payout is what is stored
 */
public record PayoutTransition(int expectedVersion, List<PayoutChange> changes) {

    public Payout after() {
        return changes.getLast().after();
    }

    /** By how much what payouts took is raised, only where that much is available; what is below zero is given back. */
    public long takesMinor() {
        return changes.stream().mapToLong(PayoutChange::takesMinor).sum();
    }
}
