package io.sluice.core.payment.model;

import java.util.List;

/**
 * A decision to be recorded in one durable write, with a compare-and-set on the version.
 *
 * @param expectedVersion the version the decision was taken on; 0 for a new payment
 * @param changes at least one, in order; the last one's payment is what is stored
 */
public record Transition(int expectedVersion, List<PaymentChange> changes) {

    public Payment after() {
        return changes.getLast().after();
    }
}
