package io.sluice.core.modification.model;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A capture, a void or a refund of a payment, as it stands after {@code version} transitions.
 *
 * @param attempt the attempt that holds or took the money
 * @param account the channel account it went through, and goes back through
 * @param reservedMinor what is set aside for it on the payment while it may succeed; more than its amount where it ends what
 *     else might be captured
 * @param last of a capture: no other follows, and what is left is released; of a void of a capture: false where the channel
 *     then holds all of it again
 * @param givesBack of a refund: it gives back money that came twice or too late, and nobody's refund otherwise
 * @param reason the merchant's
 * @param channelReference the channel's own number, once known
 * @param channelCode the last code the channel gave, verbatim
 * @param dueAt when it must be looked at again; null when nothing is due
 * @param inquiries how often the channel was asked
 */
public record Modification(
        MerchantId merchantId,
        ModificationId id,
        ModificationKind kind,
        PaymentId paymentId,
        AttemptId attempt,
        ChannelAccountId account,
        String channel,
        Money amount,
        Target target,
        long reservedMinor,
        boolean last,
        boolean givesBack,
        @Nullable String reason,
        ModificationState state,
        @Nullable Failure failure,
        @Nullable String channelReference,
        @Nullable String channelCode,
        @Nullable Instant dueAt,
        int inquiries,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /** Times are kept to the microsecond, which is all that the database holds. */
    public Modification {
        dueAt = dueAt == null ? null : dueAt.truncatedTo(ChronoUnit.MICROS);
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * What is modified.
     *
     * @param capture the capture that is voided or refunded; null when it is what the attempt holds or took
     * @param reference the channel's own number of it, once known
     * @param total all of it
     */
    public record Target(
            @Nullable ModificationId capture, @Nullable String reference, Money total) {}

    /**
     * Reserves what is asked for of {@code payment}, if that much is left.
     *
     * @param known the payment's modifications, read after it; may be empty for a capture or a void of what is
     *     left while nothing is on its way back
     */
    public static ReservationDecision requested(
            Payment payment, List<Modification> known, RequestModification command, ModificationId id, Instant now) {
        return ReservationPolicy.reserve(payment, known, command, id, now);
    }

    /** About to be sent: from here on only the channel's word tells what became of it. */
    static Modification sent(
            RequestModification command, ModificationId id, PaymentAttempt attempt, Sum sum, Instant now) {
        return new Modification(
                command.merchantId(),
                id,
                command.kind(),
                command.paymentId(),
                attempt.id(),
                attempt.account(),
                attempt.channel(),
                new Money(sum.amountMinor(), sum.target().total().currency()),
                sum.target(),
                sum.reservedMinor(),
                sum.last(),
                command.giveBack() != null,
                command.reason(),
                ModificationState.SENT,
                null,
                null,
                null,
                ModificationSchedule.afterSubmission(now),
                0,
                1,
                now,
                now);
    }

    /** How much of what. */
    record Sum(Target target, long amountMinor, long reservedMinor, boolean last) {}

    /** As the outside knows it. */
    public String publicId() {
        return id.prefixed(PublicName.of(kind).prefix());
    }

    /**
     * What a channel's word means, wherever it came from: an answer, a callback or an inquiry.
     *
     * @param payment its own, as it stands now
     */
    public ModificationConclusion concluded(Payment payment, ModificationOutcome outcome, Instant now) {
        return ModificationOutcomePolicy.conclude(this, payment, outcome, now);
    }

    /** An abnormal refund that the channel confirms to be stuck is given to people. */
    public ModificationConclusion surrendered(Payment payment, Instant now) {
        return ModificationOutcomePolicy.surrender(this, payment, now);
    }

    /** This modification one transition later. */
    Modification to(
            ModificationState next,
            @Nullable Failure nextFailure,
            @Nullable String reference,
            @Nullable String code,
            @Nullable Instant nextDueAt,
            Instant now) {
        return new Modification(
                merchantId,
                id,
                kind,
                paymentId,
                attempt,
                account,
                channel,
                amount,
                target,
                reservedMinor,
                last,
                givesBack,
                reason,
                next,
                nextFailure,
                reference == null ? channelReference : reference,
                code == null ? channelCode : code,
                nextDueAt,
                inquiries,
                version + 1,
                createdAt,
                now);
    }
}
