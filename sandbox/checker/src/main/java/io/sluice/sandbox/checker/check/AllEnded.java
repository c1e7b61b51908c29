package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Evidence;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Holds when everything has settled, not before. */
public final class AllEnded implements Check {
    /** CONFLICTED is decided by people, as is what is MANUAL; what is held waits for its merchant. */
    private static final Set<String> PAYMENT_ENDS =
            Set.of("SUCCEEDED", "FAILED", "CLOSED", "REVERSED", "CONFLICTED", "AUTHORIZED", "PARTIALLY_CAPTURED");

    private static final Set<String> REFUND_ENDS = Set.of("SUCCEEDED", "FAILED", "RETURNED", "MANUAL");

    private static final Set<String> PAYOUT_ENDS = Set.of("SUCCEEDED", "FAILED", "RETURNED", "REVIEW", "MANUAL");

    @Override
    public String name() {
        return "all-ended";
    }

    @Override
    public String rule() {
        return "every payment, refund and payout has come to its end, or waits for a person";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        var payments = evidence.store().payments().stream()
                .filter(payment -> !PAYMENT_ENDS.contains(payment.state()) && !payment.withPeople())
                .map(payment -> payment.id() + " is still " + payment.state());
        var refunds = evidence.store().refunds().stream()
                .filter(refund -> !REFUND_ENDS.contains(refund.state()))
                .map(refund -> refund.id() + " of " + refund.paymentId() + " is still " + refund.state());
        var payouts = evidence.store().payouts().stream()
                .filter(payout -> !PAYOUT_ENDS.contains(payout.state()))
                .map(payout -> payout.id() + " is still " + payout.state());
        return Stream.of(payments, refunds, payouts).flatMap(found -> found).toList();
    }
}
