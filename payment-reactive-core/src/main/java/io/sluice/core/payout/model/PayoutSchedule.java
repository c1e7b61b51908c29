package io.sluice.core.payout.model;

import io.sluice.core.modification.model.ModificationSchedule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a payout is looked at again: as refunds are, and once an hour where people are called. */
public final class PayoutSchedule {

    /** So many questions without a definite word, about an hour and a half of them, and people are called. */
    static final int QUESTIONS_BEFORE_PEOPLE = 24;

    private static final Duration SLOW = Duration.ofHours(1);

    private PayoutSchedule() {}

    /** Of one that has just come into {@code state}; null where nobody is to be asked. */
    static @Nullable Instant after(PayoutState state, int inquiries, Instant now) {
        return switch (state) {
            case RESERVED, SENT -> ModificationSchedule.afterSubmission(now);
            case ACCEPTED, UNKNOWN -> ModificationSchedule.next(inquiries, now);
            case MANUAL -> now.plus(SLOW);
            case CREATED, REVIEW, SUCCEEDED, FAILED, RETURNED -> null;
        };
    }

    /** Of one that was asked about and stays as it is; {@code spread} as in {@link ModificationSchedule}. */
    public static Instant again(Payout payout, Instant now, double spread) {
        return payout.state() == PayoutState.MANUAL
                ? now.plus(SLOW)
                : ModificationSchedule.next(payout.inquiries(), now, spread);
    }
}
