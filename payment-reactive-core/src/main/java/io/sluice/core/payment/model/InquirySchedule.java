package io.sluice.core.payment.model;

import java.time.Duration;
import java.time.Instant;

/**
 * When an attempt is looked at again. Intervals double from two seconds, which is below the time a payer waits in front
 * of a screen, up to five minutes; nothing is ever given up.
 */
public final class InquirySchedule {

    /** A submission that was not concluded by then was lost: its process died or the write of its conclusion failed. */
    static final Duration SUBMISSION_GRACE = Duration.ofSeconds(15);

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private InquirySchedule() {}

    static Instant afterSubmission(Instant now, Instant expiresAt) {
        return earlier(now.plus(SUBMISSION_GRACE), expiresAt);
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
