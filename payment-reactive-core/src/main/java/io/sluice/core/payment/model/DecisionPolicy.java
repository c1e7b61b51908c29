package io.sluice.core.payment.model;

import io.sluice.core.channel.OutcomeCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** People's decisions, taken by the same rules as a channel's word. What needs nobody is not theirs to decide. */
final class DecisionPolicy {

    private DecisionPolicy() {}

    /** @param by who decided, for the event's reason */
    static Conclusion decide(Payment payment, Decision decision, String by, Instant now) {
        String reason = "decided by " + by + ", " + decision.kind().wireName() + ": " + decision.evidence();
        return switch (decision.kind()) {
            case CHARGED, NOT_CHARGED ->
                manual(payment)
                        .map(attempt -> explained(
                                heard(payment, attempt).concluded(attempt.id(), decision.asOutcome(payment), now),
                                reason))
                        .orElseGet(() -> refused(payment, "none of its attempts is MANUAL"));
            case KEEP -> keep(payment, reason, now);
            case NOTHING_CAME -> NothingCamePolicy.withdraw(payment, reason, now);
            case GIVE_BACK -> throw new IllegalArgumentException("what is given back is refunded, not decided");
        };
    }

    private static Optional<PaymentAttempt> manual(Payment payment) {
        return payment.attempts().stream()
                .filter(attempt -> attempt.state() == AttemptState.MANUAL)
                .findFirst();
    }

    /** What people saw in the channel's own books counts while a reversal is not answered, too. */
    private static Payment heard(Payment payment, PaymentAttempt attempt) {
        return payment.with(payment.attempts().stream()
                .map(known -> known.equals(attempt) ? attempt.meaning(OutcomeCode.OUTCOME_UNKNOWN) : known)
                .toList());
    }

    private static Conclusion explained(Conclusion conclusion, String reason) {
        return conclusion instanceof Conclusion.Changed(Transition transition)
                ? new Conclusion.Changed(new Transition(
                        transition.expectedVersion(),
                        transition.changes().stream()
                                .map(change -> new PaymentChange(change.type(), change.from(), reason, change.after()))
                                .toList()))
                : conclusion;
    }

    /** The books release what they hold for the attempt that this event is about. */
    private static Conclusion keep(Payment payment, String reason, Instant now) {
        List<PaymentAttempt> charged =
                payment.attempts().stream().filter(PaymentAttempt::isCharged).toList();
        if (payment.state() != PaymentState.CONFLICTED) {
            return refused(payment, "it is not CONFLICTED");
        }
        if (charged.size() != 1
                || payment.attempts().stream()
                        .anyMatch(attempt -> attempt.state().isOpen())) {
            return refused(payment, "its payer was charged " + charged.size() + " times or may be charged yet");
        }
        if (payment.totals().giveBackReservedMinor() > 0) {
            return refused(payment, "what came is being given back");
        }
        PaymentAttempt kept = charged.getFirst()
                .to(AttemptState.SUCCEEDED, null, null, null, now)
                .meaning(OutcomeCode.PAID);
        PaymentTotals totals = payment.totals().kept(payment.amount().minor());
        Payment after = payment.with(totals).next(PaymentState.SUCCEEDED, null, null, kept, now);
        return new Conclusion.Changed(
                new Transition(payment.version(), List.of(PaymentChange.of(payment.state(), reason, after))));
    }

    static Conclusion refused(Payment payment, String why) {
        return new Conclusion.Unchanged(payment.id() + " is " + payment.state() + ", and " + why);
    }
}
