package io.sluice.core.modification.model;

import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision to be recorded in one durable write, with a compare-and-set on the payment's version.
 *
 * @param expectedVersion the payment's version that the decision was taken on
 * @param changes at least one, in order; the last one's modification is what is stored
 * @param follows what becomes of the payment's state, after them; null when it stays
 */
public record ModificationTransition(
        int expectedVersion,
        List<ModificationChange> changes,
        @Nullable PaymentChange follows) {

    public Modification after() {
        return changes.getLast().after();
    }

    public Payment payment() {
        return follows == null ? changes.getLast().payment() : follows.after();
    }
}
