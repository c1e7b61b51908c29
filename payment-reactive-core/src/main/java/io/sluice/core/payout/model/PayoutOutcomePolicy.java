package io.sluice.core.payout.model;

import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.Abnormal;
import io.sluice.core.channel.ModificationOutcome.Absent;
import io.sluice.core.channel.ModificationOutcome.NotSent;
import io.sluice.core.channel.ModificationOutcome.Processing;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Returned;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.ModificationOutcome.Unknown;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payout.model.PayoutConclusion.Doubted;
import io.sluice.core.payout.model.PayoutConclusion.Mismatch;
import io.sluice.core.payout.model.PayoutConclusion.Unchanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From a channel's word to the next state of a payout. Duplicates and late arrivals fall out as Unchanged. */
final class PayoutOutcomePolicy {

    private PayoutOutcomePolicy() {}

    static PayoutConclusion conclude(Payout payout, ModificationOutcome outcome, Instant now) {
        return new Step(payout, now).apply(outcome);
    }

    private record Step(Payout payout, Instant now) {

        PayoutConclusion apply(ModificationOutcome outcome) {
            if (payout.state() == PayoutState.CREATED || payout.state() == PayoutState.REVIEW) {
                return new Mismatch("the channel speaks of a payout that was never sent");
            }
            return switch (outcome) {
                case Succeeded(Money moved, String reference) -> succeeded(moved, reference);
                case Processing processing -> accepted(processing.channelReference());
                case Refused(String code, String message) -> refused(code, new Failure("declined", message));
                case Returned(String code) -> returned(code);
                case Abnormal(String code) -> new Unchanged("stuck at the channel: " + code);
                case NotSent notSent -> notSent(notSent);
                case Absent(String code) -> new Unchanged("the channel knows no such payout: " + code);
                case Unknown unknown -> unknown(unknown.code());
            };
        }

        private PayoutConclusion succeeded(Money moved, String reference) {
            if (!moved.equals(payout.amount())) {
                return new Mismatch("the channel speaks of " + moved + ", the payout is over " + payout.amount());
            }
            return switch (payout.state()) {
                case SUCCEEDED, RETURNED ->
                    isUnder(reference)
                            ? new Unchanged("already paid")
                            : new Mismatch("it was paid as " + payout.channelReference() + ", now the channel says as "
                                    + reference);
                // What was reserved for it is released and may be spent: people must put the books right.
                case FAILED -> new Mismatch("the channel says that it was paid, as " + reference + ", after it failed");
                default ->
                    change(PayoutState.SUCCEEDED, null, reference, null, "paid, " + payout.channel() + " " + reference);
            };
        }

        /** Whoever was told by people, or of its return only, never heard of its number. */
        private boolean isUnder(String reference) {
            return payout.channelReference() == null || reference.equals(payout.channelReference());
        }

        private PayoutConclusion accepted(@Nullable String reference) {
            return allowed(PayoutState.ACCEPTED)
                    ? change(
                            PayoutState.ACCEPTED,
                            null,
                            reference,
                            null,
                            "accepted by " + payout.channel() + ", not yet paid")
                    : new Unchanged("a payout in " + payout.state() + " is accepted or over");
        }

        private PayoutConclusion refused(String code, Failure failure) {
            if (payout.state() == PayoutState.SUCCEEDED) {
                return new Doubted("paid before, now refused (" + code + ")");
            }
            return allowed(PayoutState.FAILED)
                    ? change(PayoutState.FAILED, failure, null, code, failure.code() + " (" + code + ")")
                    : new Unchanged("a payout in " + payout.state() + " does not fail");
        }

        /** What came back had been paid before: where nobody had heard of that, this says both. */
        private PayoutConclusion returned(String code) {
            if (!allowed(PayoutState.RETURNED) && !allowed(PayoutState.SUCCEEDED)) {
                return new Unchanged("a payout in " + payout.state() + " does not come back");
            }
            PayoutChanges changes = new PayoutChanges(payout, now);
            if (!allowed(PayoutState.RETURNED)) {
                changes.to(PayoutState.SUCCEEDED, "paid, as its return says");
            }
            return changes.to(PayoutState.RETURNED, null, null, code, "the money came back (" + code + ")")
                    .conclusion();
        }

        /** Of the first sending only: whatever was sent before may have arrived. */
        private PayoutConclusion notSent(NotSent word) {
            return payout.state() == PayoutState.SENT
                    ? refused(word.code(), new Failure("channel_unavailable", word.message()))
                    : new Unchanged("not sent again: " + word.code());
        }

        private PayoutConclusion unknown(String code) {
            return allowed(PayoutState.UNKNOWN)
                    ? change(PayoutState.UNKNOWN, null, null, code, "outcome unknown: " + code)
                    : new Unchanged("no answer changes nothing");
        }

        private boolean allowed(PayoutState next) {
            return PayoutTransitions.allows(payout.state(), next);
        }

        private PayoutConclusion change(
                PayoutState next,
                @Nullable Failure failure,
                @Nullable String reference,
                @Nullable String code,
                String reason) {
            return new PayoutChanges(payout, now)
                    .to(next, failure, reference, code, reason)
                    .conclusion();
        }
    }
}
