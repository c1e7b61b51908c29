package io.sluice.core.refund.model;

import io.sluice.core.payment.model.Payment;
import java.util.List;

/**
 * A decision to be recorded in one durable write, with a compare-and-set on the payment's version.
 *
 * @param expectedVersion the payment's version that the decision was taken on
 * @param changes at least one, in order; the last one's refund and payment are what is stored
 */
public record RefundTransition(int expectedVersion, List<RefundChange> changes) {

    public Refund after() {
        return changes.getLast().after();
    }

    public Payment payment() {
        return changes.getLast().payment();
    }
}
