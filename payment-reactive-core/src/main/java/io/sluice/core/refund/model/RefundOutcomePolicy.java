package io.sluice.core.refund.model;

import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.Abnormal;
import io.sluice.core.channel.ModificationOutcome.Absent;
import io.sluice.core.channel.ModificationOutcome.NotSent;
import io.sluice.core.channel.ModificationOutcome.Processing;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Returned;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.ModificationOutcome.Unknown;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.refund.model.RefundConclusion.Doubted;
import io.sluice.core.refund.model.RefundConclusion.Mismatch;
import io.sluice.core.refund.model.RefundConclusion.Unchanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From a channel's word to the refund's next state. Duplicates and late arrivals fall out as Unchanged. */
final class RefundOutcomePolicy {

    private RefundOutcomePolicy() {}

    static RefundConclusion conclude(Refund refund, Payment payment, ModificationOutcome outcome, Instant now) {
        return new Step(refund, payment, now).apply(outcome);
    }

    static RefundConclusion surrender(Refund refund, Payment payment, Instant now) {
        return new Step(refund, payment, now).surrender();
    }

    private record Step(Refund refund, Payment payment, Instant now) {

        RefundConclusion apply(ModificationOutcome outcome) {
            return switch (outcome) {
                case Succeeded succeeded -> succeeded(succeeded);
                case Processing processing -> processing(processing);
                case Refused(String code, String message) ->
                    denied("refused", code, () -> failed(code, new Failure("declined", message)));
                case Abnormal(String code) -> denied("abnormal", code, () -> abnormal(code));
                case Returned(String code) -> returned(code);
                case NotSent notSent -> notSent(notSent);
                case Absent(String code) -> new Unchanged("the channel knows no such refund: " + code);
                case Unknown unknown -> unknown(unknown);
            };
        }

        private RefundConclusion succeeded(Succeeded word) {
            if (!word.moved().equals(refund.amount())) {
                return new Mismatch(
                        "the channel speaks of " + word.moved() + ", the refund is over " + refund.amount());
            }
            if (refund.state() == RefundState.SUCCEEDED || refund.state() == RefundState.RETURNED) {
                return word.channelReference().equals(refund.channelReference())
                        ? new Unchanged("already refunded")
                        : new Mismatch("the refund was made as " + refund.channelReference()
                                + ", now the channel says as " + word.channelReference());
            }
            if (!RefundTransitions.allows(refund.state(), RefundState.SUCCEEDED)) {
                return new Mismatch("the channel says that it was refunded, as " + word.channelReference()
                        + ", but the refund is " + refund.state());
            }
            String reason = "refunded, " + refund.channel() + " " + word.channelReference();
            return change(RefundState.SUCCEEDED, null, word.channelReference(), null, reason);
        }

        private RefundConclusion processing(Processing word) {
            return RefundTransitions.allows(refund.state(), RefundState.PROCESSING)
                    ? change(
                            RefundState.PROCESSING,
                            null,
                            word.channelReference(),
                            null,
                            "accepted by " + refund.channel())
                    : new Unchanged("a refund in " + refund.state() + " is being processed or over");
        }

        private RefundConclusion failed(String code, Failure failure) {
            return RefundTransitions.allows(refund.state(), RefundState.FAILED)
                    ? change(RefundState.FAILED, failure, null, code, failure.code() + " (" + code + ")")
                    : new Unchanged("a refund in " + refund.state() + " does not fail");
        }

        /** Whoever was sent and not heard of is being processed before it is abnormal: no transition is left out. */
        private RefundConclusion abnormal(String code) {
            if (!RefundTransitions.allows(refund.state(), RefundState.PROCESSING)
                    && !RefundTransitions.allows(refund.state(), RefundState.ABNORMAL)) {
                return new Unchanged("a refund in " + refund.state() + " does not become abnormal");
            }
            RefundChanges changes = new RefundChanges(refund, payment, now);
            if (!RefundTransitions.allows(refund.state(), RefundState.ABNORMAL)) {
                changes.add(RefundState.PROCESSING, null, null, null, "accepted by " + refund.channel());
            }
            changes.add(RefundState.ABNORMAL, null, null, code, "the payer's bank does not take it (" + code + ")");
            return changes.conclusion();
        }

        /** What denies a success is old news, or it bounced: the channel is asked before either is believed. */
        private RefundConclusion denied(
                String what, String code, java.util.function.Supplier<RefundConclusion> otherwise) {
            return refund.state() == RefundState.SUCCEEDED
                    ? new Doubted("refunded before, now " + what + " (" + code + ")")
                    : otherwise.get();
        }

        private RefundConclusion returned(String code) {
            return RefundTransitions.allows(refund.state(), RefundState.RETURNED)
                    ? change(RefundState.RETURNED, null, null, code, "the money came back (" + code + ")")
                    : new Unchanged("a refund in " + refund.state() + " does not come back");
        }

        /** Of the first sending only: whatever was sent before may have arrived. */
        private RefundConclusion notSent(NotSent word) {
            return refund.state() == RefundState.SENT
                    ? failed(word.code(), new Failure("channel_unavailable", word.message()))
                    : new Unchanged("not sent again: " + word.code());
        }

        private RefundConclusion unknown(Unknown word) {
            return RefundTransitions.allows(refund.state(), RefundState.UNKNOWN)
                    ? change(RefundState.UNKNOWN, null, null, word.code(), "outcome unknown: " + word.code())
                    : new Unchanged("no answer changes nothing");
        }

        RefundConclusion surrender() {
            return RefundTransitions.allows(refund.state(), RefundState.MANUAL)
                    ? change(RefundState.MANUAL, null, null, null, "stuck at the channel: people must decide there")
                    : new Unchanged("a refund in " + refund.state() + " needs nobody");
        }

        private RefundConclusion change(
                RefundState next,
                @Nullable Failure failure,
                @Nullable String reference,
                @Nullable String code,
                String reason) {
            RefundChanges changes = new RefundChanges(refund, payment, now);
            changes.add(next, failure, reference, code, reason);
            return changes.conclusion();
        }
    }
}
