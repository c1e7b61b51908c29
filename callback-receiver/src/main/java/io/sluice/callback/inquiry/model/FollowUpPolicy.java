package io.sluice.callback.inquiry.model;

import io.sluice.core.channel.ChannelOutcome.Unknown;
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

    private static final double LEAST = 0.9;
    private static final double RANGE = 0.2;

    private FollowUpPolicy() {}

    /** @param attempt the attempt that is due, as it stands in {@code payment} */
    public static FollowUp decide(Payment payment, PaymentAttempt attempt, Instant now) {
        if (!attempt.state().isOpen()) {
            return new FollowUp.Settled();
        }
        if (attempt.state() == AttemptState.SENT) {
            return new FollowUp.Conclude(new Unknown("submission_lost", "nobody recorded what the channel answered"));
        }
        if (payment.expired(now) instanceof Conclusion.Changed) {
            return new FollowUp.Expire();
        }
        return payment.state() == PaymentState.CLOSING ? new FollowUp.Close() : new FollowUp.Inquire();
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
