package io.sluice.core.payment.model;

import io.sluice.core.id.AttemptId;
import java.time.Instant;
import java.util.List;

/** When people are called: the schedule of inquiries is used up and still nobody knows. The channel is asked on, slowly. */
final class EscalationPolicy {

    private EscalationPolicy() {}

    static Conclusion escalate(Payment payment, AttemptId attemptId, Instant now) {
        return payment.attempts().stream()
                .filter(attempt -> attempt.id().equals(attemptId))
                .findFirst()
                .filter(attempt -> isStuck(payment, attempt) && InquirySchedule.isUsedUp(attempt, now))
                .map(attempt -> toPeople(payment, attempt, now))
                .orElseGet(() -> new Conclusion.Unchanged("the channel is asked again"));
    }

    /** An order that waits for its payer is not stuck; one that cannot be closed is. */
    private static boolean isStuck(Payment payment, PaymentAttempt attempt) {
        return attempt.state() == AttemptState.UNKNOWN
                || attempt.state() == AttemptState.REVERSING
                || (attempt.state() == AttemptState.ACCEPTED && payment.state() == PaymentState.CLOSING);
    }

    private static Conclusion toPeople(Payment payment, PaymentAttempt attempt, Instant now) {
        String reason = "nobody knows after " + attempt.inquiries() + " inquiries, from " + attempt.state();
        PaymentAttempt manual = attempt.toPeople(now.plus(InquirySchedule.SLOW), now);
        Payment after = payment.next(payment.state(), payment.nextAction(), payment.failure(), manual, now);
        return new Conclusion.Changed(
                new Transition(payment.version(), List.of(PaymentChange.of(payment.state(), reason, after))));
    }
}
