package io.sluice.core.payment.model;

import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One try to collect a payment through one channel account.
 *
 * @param channelReference the channel's own number, once known
 * @param channelCode the last code the channel gave, verbatim
 * @param code what became of it, in our words; null while nothing has
 * @param dueAt when this attempt must be looked at again (inquiry or expiry); null when nothing is due
 * @param inquiries how often the channel was asked
 * @param overBefore as what it was over when the channel said "paid" after all: DECLINED, NOT_SENT, ABSENT or REVERSED; else null
 */
public record PaymentAttempt(
        AttemptId id,
        ChannelAccountId account,
        String channel,
        AttemptState state,
        @Nullable String channelReference,
        @Nullable String channelCode,
        @Nullable OutcomeCode code,
        @Nullable Instant dueAt,
        int inquiries,
        Instant createdAt,
        Instant updatedAt,
        @Nullable AttemptState overBefore) {

    /** Times are kept to the microsecond, which is all that the database holds. */
    public PaymentAttempt {
        dueAt = dueAt == null ? null : dueAt.truncatedTo(ChronoUnit.MICROS);
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** By which its channel is asked about it. */
    public OrderReference reference(Payment payment) {
        return new OrderReference(
                id.channelNumber(),
                payment.amount(),
                payment.method(),
                channelReference,
                payment.captureMethod() == CaptureMethod.MANUAL,
                payment.expiresAt(),
                null,
                channelCode);
    }

    /** An attempt about to be sent: from here on only the channel's word tells what became of it. */
    static PaymentAttempt sent(AttemptId id, Route route, Instant dueAt, Instant now) {
        return new PaymentAttempt(
                id, route.account(), route.channel(), AttemptState.SENT, null, null, null, dueAt, 0, now, now, null);
    }

    /** Whether its money is here: the channel took it, and it was not given back. */
    public boolean isCharged() {
        return state == AttemptState.SUCCEEDED && code != OutcomeCode.GIVEN_BACK;
    }

    /** Whether its channel was asked to take it back and has not answered yet, people called or not. */
    public boolean isBeingReversed() {
        return state == AttemptState.REVERSING || (state == AttemptState.MANUAL && code == OutcomeCode.BEING_REVERSED);
    }

    /** People are called; a reversal that was begun goes on. */
    PaymentAttempt toPeople(Instant dueAt, Instant now) {
        PaymentAttempt manual = to(AttemptState.MANUAL, null, null, dueAt, now);
        return isBeingReversed() ? manual.meaning(OutcomeCode.BEING_REVERSED) : manual;
    }

    /** Whether its channel contradicts itself: it says that this was paid, and had said that it was not. */
    public boolean isContradicted() {
        return isCharged() && overBefore != null;
    }

    /**
     * The channel's own books show that nothing was charged: it is what it was before the channel said so.
     *
     * @throws IllegalStateException when the channel does not contradict itself
     */
    PaymentAttempt nothingCame(Instant now) {
        if (overBefore == null) {
            throw new IllegalStateException(id + " was never said to be over");
        }
        return to(overBefore, null, null, null, now).meaning(OutcomeCode.NOTHING_CAME);
    }

    /** The channel undid its charge, as it was asked to. */
    PaymentAttempt voided(Instant now) {
        return to(AttemptState.REVERSED, null, null, null, now).meaning(OutcomeCode.VOIDED);
    }

    /** Whether its charge was undone: that it was paid is old news then. */
    boolean isVoided() {
        return state == AttemptState.REVERSED && code == OutcomeCode.VOIDED;
    }

    /** What it took was given back, or is here again: nothing is left to be done by itself. */
    PaymentAttempt told(OutcomeCode meaning, Instant now) {
        return to(state, null, null, null, now).meaning(meaning);
    }

    PaymentAttempt to(
            AttemptState next,
            @Nullable String reference,
            @Nullable String nextCode,
            @Nullable Instant nextDueAt,
            Instant now) {
        String knownReference = reference == null ? channelReference : reference;
        String knownCode = nextCode == null ? channelCode : nextCode;
        return new PaymentAttempt(
                id,
                account,
                channel,
                next,
                knownReference,
                knownCode,
                next == state ? code : meaning(next),
                nextDueAt,
                inquiries,
                createdAt,
                now,
                overBefore(next));
    }

    private @Nullable AttemptState overBefore(AttemptState next) {
        if (next == state) {
            return overBefore;
        }
        return next == AttemptState.SUCCEEDED && state.isSafelyOver() ? state : null;
    }

    /** The same, with a meaning that says more than its state. */
    PaymentAttempt meaning(OutcomeCode meaning) {
        return new PaymentAttempt(
                id,
                account,
                channel,
                state,
                channelReference,
                channelCode,
                meaning,
                dueAt,
                inquiries,
                createdAt,
                updatedAt,
                overBefore);
    }

    private static @Nullable OutcomeCode meaning(AttemptState state) {
        return switch (state) {
            case SUCCEEDED -> OutcomeCode.PAID;
            case AUTHORIZED -> OutcomeCode.AUTHORIZED;
            case ACCEPTED -> OutcomeCode.AWAITING_PAYER;
            case UNKNOWN, MANUAL -> OutcomeCode.OUTCOME_UNKNOWN;
            case REVERSING -> OutcomeCode.BEING_REVERSED;
            case DECLINED -> OutcomeCode.DECLINED;
            case NOT_SENT -> OutcomeCode.CHANNEL_UNAVAILABLE;
            case ABSENT -> OutcomeCode.ABSENT_AT_CHANNEL;
            case REVERSED -> OutcomeCode.REVERSED_AT_CHANNEL;
            case CREATED, SENT -> null;
        };
    }
}
