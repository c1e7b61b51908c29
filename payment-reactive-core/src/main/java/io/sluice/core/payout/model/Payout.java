package io.sluice.core.payout.model;

import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PayoutId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.Failure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that leaves, as it stands after {@code version} transitions.
 *
 * @param merchantPayoutNo the merchant's own number of it
 * @param account the channel account that pays
 * @param channelReference the channel's own number, once known
 * @param channelCode the last code the channel gave, verbatim
 * @param dueAt when it must be looked at again; null when nothing is due
 * @param inquiries how often the channel was asked
 */
public record Payout(
        MerchantId merchantId,
        PayoutId id,
        String merchantPayoutNo,
        Money amount,
        Payee payee,
        String purpose,
        ChannelAccountId account,
        String channel,
        PayoutState state,
        @Nullable Failure failure,
        @Nullable String channelReference,
        @Nullable String channelCode,
        @Nullable Instant dueAt,
        int inquiries,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /** Times are kept to the microsecond, which is all that the database holds. */
    public Payout {
        dueAt = dueAt == null ? null : dueAt.truncatedTo(ChronoUnit.MICROS);
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** What is to be written of a wish: about to be sent, or waiting for people. Whether the money is there, the write decides. */
    public static PayoutTransition requested(RequestPayout command, PayoutTerms terms, PayoutId id, Instant now) {
        return ReviewPolicy.request(created(command, id, now), terms, now);
    }

    private static Payout created(RequestPayout command, PayoutId id, Instant now) {
        return new Payout(
                command.merchantId(),
                id,
                command.merchantPayoutNo(),
                command.amount(),
                new Payee(command.beneficiary().type(), command.beneficiary().masked()),
                command.purpose(),
                command.account(),
                command.channel(),
                PayoutState.CREATED,
                null,
                null,
                null,
                null,
                0,
                1,
                now,
                now);
    }

    /** @param people who agree, each once */
    public PayoutConclusion approved(List<String> people, Instant now) {
        return ReviewPolicy.approve(this, people, now);
    }

    /** One person's no is enough. */
    public PayoutConclusion rejected(String person, String why, Instant now) {
        return ReviewPolicy.reject(this, person, why, now);
    }

    /** What a channel's word means, whether it is an answer or a callback. */
    public PayoutConclusion concluded(ModificationOutcome outcome, Instant now) {
        return PayoutOutcomePolicy.conclude(this, outcome, now);
    }

    /** Nobody could find out in time: people are called, and the channel is asked on, slowly. */
    public PayoutConclusion surrendered(Instant now) {
        return EscalationPolicy.surrender(this, now);
    }

    /** What people read in the channel's own books about a payout that is MANUAL, each once. */
    public PayoutConclusion found(boolean paid, List<String> people, Instant now) {
        return EscalationPolicy.found(this, paid, people, now);
    }

    /** This payout one transition later. */
    Payout to(
            PayoutState next,
            @Nullable Failure nextFailure,
            @Nullable String reference,
            @Nullable String code,
            @Nullable Instant nextDueAt,
            Instant now) {
        return new Payout(
                merchantId,
                id,
                merchantPayoutNo,
                amount,
                payee,
                purpose,
                account,
                channel,
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
