package io.sluice.core.payment.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A channel said "paid" of what it had said was over, and its own books show that nothing was charged. What it had said first is
 * true then, and there is nothing to keep or to give back (docs/adr/015-giving-back.md).
 */
final class NothingCamePolicy {

    private NothingCamePolicy() {}

    /** The books take out of suspense what they hold for the attempt that this event is about. */
    static Conclusion withdraw(Payment payment, String reason, Instant now) {
        return objection(payment)
                .map(why -> DecisionPolicy.refused(payment, why))
                .or(() -> contradicted(payment).map(attempt -> withdrawn(payment, attempt, reason, now)))
                .orElseGet(() -> DecisionPolicy.refused(
                        payment,
                        "no channel had said of what it calls paid that it was not: what came is kept or given back"));
    }

    private static Optional<String> objection(Payment payment) {
        if (payment.state() != PaymentState.CONFLICTED) {
            return Optional.of("it is not CONFLICTED");
        }
        if (payment.totals().giveBackReservedMinor() > 0) {
            return Optional.of("what came is being given back");
        }
        return payment.attempts().stream().anyMatch(attempt -> attempt.state().isOpen())
                ? Optional.of("its payer may be charged by another attempt yet: wait until that is known")
                : Optional.empty();
    }

    /** What was said last: what came before it stands, or is decided about next. */
    private static Optional<PaymentAttempt> contradicted(Payment payment) {
        return payment.attempts().stream()
                .filter(PaymentAttempt::isContradicted)
                .max(Comparator.comparing(PaymentAttempt::updatedAt));
    }

    private static Conclusion withdrawn(Payment payment, PaymentAttempt attempt, String reason, Instant now) {
        PaymentTotals totals = payment.totals().withdrawn(payment.amount().minor());
        Payment after = payment.with(totals).next(totals.afterConflict(), null, null, attempt.nothingCame(now), now);
        return new Conclusion.Changed(
                new Transition(payment.version(), List.of(PaymentChange.of(payment.state(), reason, after))));
    }
}
