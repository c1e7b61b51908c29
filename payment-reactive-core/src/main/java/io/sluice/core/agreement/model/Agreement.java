package io.sluice.core.agreement.model;

import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.NextAction;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payer's agreement to be charged again. Holds no card, no telephone number, no code and no token.
 *
 * @param account at the channel, whose alone it is
 * @param maskedCard the card's first six digits and last four
 * @param step what is under way
 * @param call the number of the last call about it
 * @param calledAt when that number was made
 * @param wrongCodes how many codes were handed over that were not right
 * @param nextAction what the payer was asked to do; null when that is not known, or he is asked no more
 * @param code the channel's last word, or ours; null where there is none
 * @param expiresAt until when the payer may agree
 * @param version 1 when new, and one more with each transition
 */
public record Agreement(
        AgreementId id,
        MerchantId merchant,
        ChannelAccountId account,
        String channel,
        String method,
        String maskedCard,
        AgreementState state,
        AgreementStep step,
        String call,
        Instant calledAt,
        int wrongCodes,
        @Nullable NextAction nextAction,
        @Nullable String code,
        Instant createdAt,
        Instant expiresAt,
        Instant changedAt,
        int version) {

    /** A new one, whose payer has not been asked yet. */
    public static Agreement requested(NewAgreement wanted, String call, Instant now) {
        return new Agreement(
                wanted.id(),
                wanted.merchant(),
                wanted.account(),
                wanted.channel(),
                wanted.method(),
                wanted.card().masked(),
                AgreementState.PENDING,
                AgreementStep.REQUESTING,
                call,
                now,
                0,
                null,
                null,
                now,
                now.plus(AgreementPolicy.PATIENCE),
                now,
                1);
    }

    /** Before the payer's code is handed over under the number {@code call}. */
    public AgreementDecision confirming(String call, Instant now) {
        return AgreementPolicy.confirming(this, call, now);
    }

    /** Before the channel is asked under the number {@code call} to end it. */
    public AgreementDecision revoking(String call, Instant now) {
        return AgreementPolicy.revoking(this, call, now);
    }

    /** When nobody knows better: its payer's time may be over. */
    public AgreementDecision expired(Instant now) {
        return AgreementPolicy.expired(this, now);
    }

    /**
     * What the channel said to the call of that number, at once or when it was asked later.
     *
     * @param inDoubt how long after the call "there is none" may still be untrue
     */
    public AgreementDecision concluded(String call, AgreementOutcome outcome, Duration inDoubt, Instant now) {
        return this.call.equals(call)
                ? AgreementConclusions.concluded(this, outcome, inDoubt, now)
                : AgreementDecision.UNCHANGED;
    }

    /** Whether payments can be made by it. */
    public boolean isUsable() {
        return state == AgreementState.ACTIVE;
    }

    Agreement now(AgreementState next, AgreementStep doing, @Nullable String said, Instant at) {
        if (next != state && !AgreementTransitions.allows(state, next)) {
            throw new IllegalStateException("an agreement cannot go from " + state + " to " + next);
        }
        return new Agreement(
                id,
                merchant,
                account,
                channel,
                method,
                maskedCard,
                next,
                doing,
                call,
                calledAt,
                wrongCodes,
                next == AgreementState.PENDING ? nextAction : null,
                said,
                createdAt,
                expiresAt,
                at,
                version + 1);
    }

    Agreement calling(String number, Instant at) {
        return new Agreement(
                id,
                merchant,
                account,
                channel,
                method,
                maskedCard,
                state,
                step,
                number,
                at,
                wrongCodes,
                nextAction,
                code,
                createdAt,
                expiresAt,
                changedAt,
                version);
    }

    Agreement asking(NextAction action) {
        return new Agreement(
                id,
                merchant,
                account,
                channel,
                method,
                maskedCard,
                state,
                step,
                call,
                calledAt,
                wrongCodes,
                action,
                code,
                createdAt,
                expiresAt,
                changedAt,
                version);
    }

    Agreement withWrongCode() {
        return new Agreement(
                id,
                merchant,
                account,
                channel,
                method,
                maskedCard,
                state,
                step,
                call,
                calledAt,
                wrongCodes + 1,
                nextAction,
                code,
                createdAt,
                expiresAt,
                changedAt,
                version);
    }
}
