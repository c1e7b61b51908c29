package io.sluice.core.refund.model;

import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.id.RefundId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.Payment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Money of a payment on its way back to the payer, as it stands after {@code version} transitions.
 *
 * @param attempt the attempt that took the money
 * @param account the channel account it went through, and goes back through
 * @param reason the merchant's
 * @param channelReference the channel's own number, once known
 * @param channelCode the last code the channel gave, verbatim
 * @param dueAt when it must be looked at again; null when nothing is due
 * @param inquiries how often the channel was asked
 */
public record Refund(
        MerchantId merchantId,
        RefundId id,
        PaymentId paymentId,
        AttemptId attempt,
        ChannelAccountId account,
        String channel,
        Money amount,
        @Nullable String reason,
        RefundState state,
        @Nullable Failure failure,
        @Nullable String channelReference,
        @Nullable String channelCode,
        @Nullable Instant dueAt,
        int inquiries,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /** Times are kept to the microsecond, which is all that the database holds. */
    public Refund {
        dueAt = dueAt == null ? null : dueAt.truncatedTo(ChronoUnit.MICROS);
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Reserves what is asked for of {@code payment}, if that much is left. */
    public static RefundDecision requested(Payment payment, RequestRefund command, RefundId id, Instant now) {
        return ReservationPolicy.reserve(payment, command, id, now);
    }

    /**
     * What a channel's word means, wherever it came from: an answer, a callback or an inquiry.
     *
     * @param payment the refund's own, as it stands now
     */
    public RefundConclusion concluded(Payment payment, ModificationOutcome outcome, Instant now) {
        return RefundOutcomePolicy.conclude(this, payment, outcome, now);
    }

    /** An abnormal refund that the channel confirms to be stuck is given to people. */
    public RefundConclusion surrendered(Payment payment, Instant now) {
        return RefundOutcomePolicy.surrender(this, payment, now);
    }

    /** This refund one transition later. */
    Refund to(
            RefundState next,
            @Nullable Failure nextFailure,
            @Nullable String reference,
            @Nullable String code,
            @Nullable Instant nextDueAt,
            Instant now) {
        return new Refund(
                merchantId,
                id,
                paymentId,
                attempt,
                account,
                channel,
                amount,
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
