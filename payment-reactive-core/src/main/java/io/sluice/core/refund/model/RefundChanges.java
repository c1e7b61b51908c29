package io.sluice.core.refund.model;

import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.RefundTotals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a transition step by step; what is set aside on the payment follows from the refund's states. */
final class RefundChanges {

    private final int expectedVersion;
    private final Instant now;
    private final List<RefundChange> changes = new ArrayList<>();
    private Refund refund;
    private Payment payment;

    RefundChanges(Refund refund, Payment payment, Instant now) {
        this.expectedVersion = payment.version();
        this.refund = refund;
        this.payment = payment;
        this.now = now;
    }

    void add(
            RefundState next,
            @Nullable Failure failure,
            @Nullable String reference,
            @Nullable String code,
            String reason) {
        RefundState from = refund.state();
        Instant due = next.isOpen() ? RefundSchedule.next(refund.inquiries(), now) : null;
        refund = refund.to(next, failure, reference, code, due, now);
        payment = payment.withRefunds(moved(payment.refunds(), from, next), now);
        changes.add(RefundChange.of(from, reason, refund, payment));
    }

    RefundConclusion conclusion() {
        return new RefundConclusion.Changed(new RefundTransition(expectedVersion, List.copyOf(changes)));
    }

    private RefundTotals moved(RefundTotals totals, RefundState from, RefundState to) {
        return totals.plus(
                amountIf(to.isReserved()) - amountIf(from.isReserved()),
                amountIf(to == RefundState.SUCCEEDED) - amountIf(from == RefundState.SUCCEEDED));
    }

    private long amountIf(boolean counts) {
        return counts ? refund.amount().minor() : 0;
    }
}
