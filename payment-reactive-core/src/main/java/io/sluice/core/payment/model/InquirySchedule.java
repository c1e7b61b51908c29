package io.sluice.core.payment.model;

import java.time.Duration;
import java.time.Instant;

/**
 * When an attempt is looked at again. Intervals double from two seconds, which is below the time a payer waits in front
 * of a screen, up to five minutes. After {@link #LAST} inquiries, some ninety minutes, people are called and the channel is
 * asked once an hour; nothing is ever given up.
 */
public final class InquirySchedule {

    /** A submission that was not concluded by then was lost: its process died or the write of its conclusion failed. */
    static final Duration SUBMISSION_GRACE = Duration.ofSeconds(15);

    /** The inquiries of the schedule: eight that double, then every five minutes. */
    static final int LAST = 24;

    /** How often the channel is asked once people were called. */
    static final Duration SLOW = Duration.ofHours(1);

    private static final Duration SPAN = Duration.ofMinutes(80);
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private InquirySchedule() {}

    static Instant afterSubmission(Instant now, Instant expiresAt) {
        return earlier(now.plus(SUBMISSION_GRACE), expiresAt);
    }

    /** An attempt that was inquired often while it waited for its payer must be in doubt for long enough, too. */
    static boolean isUsedUp(PaymentAttempt attempt, Instant now) {
        return attempt.inquiries() >= LAST && !now.isBefore(attempt.updatedAt().plus(SPAN));
    }

    /** When an open attempt is due again, by how often it was inquired and whether people were called. */
    public static Instant next(PaymentAttempt attempt, Instant now, Instant expiresAt) {
        return attempt.state() == AttemptState.MANUAL ? now.plus(SLOW) : next(attempt.inquiries(), now, expiresAt);
    }

    /** After {@code inquiries} inquiries, but no later than the expiry that is still ahead. */
    public static Instant next(int inquiries, Instant now, Instant expiresAt) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(inquiries, 10));
        Instant due = now.plus(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
        return expiresAt.isAfter(now) ? earlier(due, expiresAt) : due;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
