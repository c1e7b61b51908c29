package io.sluice.core.modification.model;

import java.time.Duration;
import java.time.Instant;

/** When a capture, a void, a refund or a payout is looked at again. Intervals double from two seconds up to five minutes; nothing is ever given up. */
public final class ModificationSchedule {

    /** A submission that was not concluded by then was lost: its process died or the write of its conclusion failed. */
    private static final Duration SUBMISSION_GRACE = Duration.ofSeconds(15);

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 10;
    private static final double LEAST = 0.9;
    private static final double RANGE = 0.2;

    private ModificationSchedule() {}

    public static Instant afterSubmission(Instant now) {
        return now.plus(SUBMISSION_GRACE);
    }

    public static Instant next(int inquiries, Instant now) {
        return now.plus(interval(inquiries));
    }

    /** @param spread from 0 (a tenth sooner) to 1 (a tenth later), so that what was lost together is spread out */
    public static Instant next(int inquiries, Instant now, double spread) {
        return now.plusNanos(Math.round(interval(inquiries).toNanos() * (LEAST + RANGE * spread)));
    }

    private static Duration interval(int inquiries) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(inquiries, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
