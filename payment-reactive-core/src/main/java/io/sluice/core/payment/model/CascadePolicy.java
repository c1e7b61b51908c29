package io.sluice.core.payment.model;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.AttemptId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When another attempt may be made elsewhere: while the answer to the submission is fresh, and only when it is proven that
 * no earlier attempt took money or can take any. The end of one attempt and the beginning of the next are one transition, so
 * that two are never open together and a payment that goes on is never told to have failed.
 */
final class CascadePolicy {

    /** Tries of a payment, the first one included. */
    static final int MOST_ATTEMPTS = 3;

    /** A payer who waits in front of a screen has gone by then. */
    static final Duration WITHIN = Duration.ofSeconds(10);

    private CascadePolicy() {}

    static boolean allows(Payment payment, ChannelOutcome outcome, Instant now) {
        return payment.isUnderWay()
                && payment.attempts().size() < MOST_ATTEMPTS
                && now.isBefore(payment.createdAt().plus(WITHIN))
                && now.isBefore(payment.expiresAt())
                && isPassedBy(outcome);
    }

    /** What is wrong with the order itself would be wrong elsewhere too; what is unknown is never passed by. */
    private static boolean isPassedBy(ChannelOutcome outcome) {
        return switch (outcome) {
            case NotSent notSent -> notSent.meaning() != OutcomeCode.REQUEST_REFUSED;
            case Declined declined -> !declined.hard() && declined.meaning() != OutcomeCode.INSUFFICIENT_FUNDS;
            default -> false;
        };
    }

    /**
     * What does not end {@code attemptId} leads nowhere. Only the last attempt can end: those before it were passed by, for they
     * took no money, and all that may still become of them is a late success, which ends the payment's way.
     */
    static Conclusion retry(
            Payment payment, AttemptId attemptId, ChannelOutcome outcome, AttemptId next, Route route, Instant now) {
        Conclusion over = payment.concluded(attemptId, outcome, now);
        return allows(payment, outcome, now) && over instanceof Conclusion.Changed(Transition ended)
                ? new Conclusion.Changed(goOn(payment, ended, next, route, now))
                : over;
    }

    private static Transition goOn(Payment payment, Transition ended, AttemptId next, Route route, Instant now) {
        Instant dueAt = InquirySchedule.afterSubmission(now, payment.expiresAt());
        Payment after = payment.next(ended.after().lastAttempt(), PaymentAttempt.sent(next, route, dueAt, now), now);
        String reason = ended.changes().getLast().reason() + ", next routed to " + route.shown();
        return new Transition(payment.version(), List.of(PaymentChange.along(route, payment.state(), reason, after)));
    }
}
