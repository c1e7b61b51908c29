package io.sluice.core.payment.model;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Irreversible;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.id.AttemptId;
import java.time.Instant;
import java.util.List;

/**
 * Taking back an order that nobody knows the outcome of. It is written before the channel is asked, and from then on only
 * the answer to the reversal counts: a "paid" that was true a moment ago may be undone on its way.
 */
final class ReversalPolicy {

    private ReversalPolicy() {}

    static Conclusion begin(Payment payment, AttemptId attemptId, Instant now) {
        return payment.attempts().stream()
                .filter(attempt ->
                        attempt.id().equals(attemptId) && Transitions.allows(attempt.state(), AttemptState.REVERSING))
                .findFirst()
                .<Conclusion>map(attempt -> begun(payment, attempt, now))
                .orElseGet(() -> new Conclusion.Unchanged("only what nobody knows is reversed"));
    }

    static boolean answers(ChannelOutcome outcome) {
        return outcome instanceof Reversed || outcome instanceof Irreversible;
    }

    private static Conclusion begun(Payment payment, PaymentAttempt attempt, Instant now) {
        Instant due = InquirySchedule.next(attempt, now, payment.expiresAt());
        PaymentAttempt reversing = attempt.to(AttemptState.REVERSING, null, null, due, now);
        Payment after = payment.next(payment.state(), payment.nextAction(), payment.failure(), reversing, now);
        String reason =
                "nobody knows after " + attempt.inquiries() + " inquiries: " + attempt.channel() + " takes it back";
        return new Conclusion.Changed(
                new Transition(payment.version(), List.of(PaymentChange.of(payment.state(), reason, after))));
    }
}
