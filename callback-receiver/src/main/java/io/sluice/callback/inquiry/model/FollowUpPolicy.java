package io.sluice.callback.inquiry.model;

import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Recourse;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.InquirySchedule;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentState;
import java.time.Duration;
import java.time.Instant;

/** What to do about an attempt whose time has come, and when to look again. */
public final class FollowUpPolicy {

    private static final int INQUIRIES_BEFORE_REVERSAL = 3;
    private static final double LEAST = 0.9;
    private static final double RANGE = 0.2;

    private FollowUpPolicy() {}

    /**
     * @param attempt the attempt that is due, as it stands in {@code payment}
     * @param recourse what its channel offers where nobody knows
     */
    public static FollowUp decide(Payment payment, PaymentAttempt attempt, Recourse recourse, Instant now) {
        if (attempt.state() == AttemptState.SUCCEEDED && attempt.dueAt() != null) {
            return new FollowUp.GiveBack();
        }
        if (!attempt.state().isOpen()) {
            return attempt.state() == AttemptState.AUTHORIZED && !now.isBefore(payment.expiresAt())
                    ? new FollowUp.Release()
                    : new FollowUp.Settled();
        }
        if (attempt.state() == AttemptState.SENT) {
            return new FollowUp.Conclude(new Unknown("submission_lost", "nobody recorded what the channel answered"));
        }
        if (attempt.state() == AttemptState.REVERSING) {
            return new FollowUp.Reverse();
        }
        if (isUnknown(attempt) && isReversed(attempt, recourse)) {
            return new FollowUp.BeginReversal();
        }
        if (payment.expired(now) instanceof Conclusion.Changed) {
            return new FollowUp.Expire();
        }
        return payment.state() == PaymentState.CLOSING ? new FollowUp.Close() : new FollowUp.Inquire();
    }

    /** To everybody, people included: they were called and have not decided. */
    private static boolean isUnknown(PaymentAttempt attempt) {
        return attempt.state() == AttemptState.UNKNOWN || attempt.state() == AttemptState.MANUAL;
    }

    /** A channel that can be asked is asked first; one that cannot leaves nothing else. */
    private static boolean isReversed(PaymentAttempt attempt, Recourse recourse) {
        return recourse.reverses() && (!recourse.inquires() || attempt.inquiries() > INQUIRIES_BEFORE_REVERSAL);
    }

    /**
     * When to look at an open attempt again: by schedule, up to a tenth sooner or later, so that attempts that were lost
     * together are not asked for together for ever.
     */
    public static Instant nextLook(Payment payment, PaymentAttempt attempt, Instant now) {
        Instant scheduled = InquirySchedule.next(attempt, now, payment.expiresAt());
        if (scheduled.equals(payment.expiresAt())) {
            return scheduled;
        }
        double factor = LEAST + RANGE * Jitter.of(attempt);
        return now.plusNanos(Math.round(Duration.between(now, scheduled).toNanos() * factor));
    }
}
