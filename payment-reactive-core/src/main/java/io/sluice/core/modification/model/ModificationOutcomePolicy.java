package io.sluice.core.modification.model;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.Abnormal;
import io.sluice.core.channel.ModificationOutcome.Absent;
import io.sluice.core.channel.ModificationOutcome.NotSent;
import io.sluice.core.channel.ModificationOutcome.Processing;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Returned;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.ModificationOutcome.Unknown;
import io.sluice.core.modification.model.ModificationConclusion.Doubted;
import io.sluice.core.modification.model.ModificationConclusion.Mismatch;
import io.sluice.core.modification.model.ModificationConclusion.Unchanged;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.Payment;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From a channel's word to the next state of a capture, a void or a refund. Duplicates and late arrivals fall out as Unchanged. */
final class ModificationOutcomePolicy {

    private ModificationOutcomePolicy() {}

    static ModificationConclusion conclude(
            Modification modification, Payment payment, ModificationOutcome outcome, Instant now) {
        return new Step(modification, payment, now).apply(outcome);
    }

    static ModificationConclusion surrender(Modification modification, Payment payment, Instant now) {
        return new Step(modification, payment, now).surrender();
    }

    private record Step(Modification modification, Payment payment, Instant now) {

        ModificationConclusion apply(ModificationOutcome outcome) {
            return switch (outcome) {
                case Succeeded succeeded -> succeeded(succeeded);
                case Processing processing -> processing(processing);
                case Refused(String code, String message) ->
                    contradicted("refused", code, () -> failed(code, new Failure("declined", message)));
                case Abnormal(String code) -> contradicted("abnormal", code, () -> abnormal(code));
                case Returned(String code) -> returned(code);
                case NotSent notSent -> notSent(notSent);
                case Absent(String code) -> new Unchanged("the channel knows no such " + word() + ": " + code);
                case Unknown unknown -> unknown(unknown);
            };
        }

        private ModificationConclusion succeeded(Succeeded word) {
            if (!word.moved().equals(modification.amount())) {
                return new Mismatch("the channel speaks of " + word.moved() + ", the " + word() + " is over "
                        + modification.amount());
            }
            if (modification.state() == ModificationState.SUCCEEDED
                    || modification.state() == ModificationState.RETURNED) {
                return isUnder(word.channelReference())
                        ? new Unchanged("already done")
                        : new Mismatch("the " + word() + " was made as " + modification.channelReference()
                                + ", now the channel says as " + word.channelReference());
            }
            if (!allowed(ModificationState.SUCCEEDED)) {
                return new Mismatch("the channel says that it was done, as " + word.channelReference() + ", but the "
                        + word() + " is " + modification.state());
            }
            String reason = word() + " done, " + modification.channel() + " " + word.channelReference();
            return change(ModificationState.SUCCEEDED, null, word.channelReference(), null, reason);
        }

        /** Whoever heard of its return only never heard of its number. */
        private boolean isUnder(String reference) {
            return modification.channelReference() == null || reference.equals(modification.channelReference());
        }

        private ModificationConclusion processing(Processing word) {
            return allowed(ModificationState.PROCESSING)
                    ? change(
                            ModificationState.PROCESSING,
                            null,
                            word.channelReference(),
                            null,
                            "accepted by " + modification.channel())
                    : new Unchanged("a " + word() + " in " + modification.state() + " is being processed or over");
        }

        private ModificationConclusion failed(String code, Failure failure) {
            return allowed(ModificationState.FAILED)
                    ? change(ModificationState.FAILED, failure, null, code, failure.code() + " (" + code + ")")
                    : new Unchanged("a " + word() + " in " + modification.state() + " does not fail");
        }

        /** Whoever was sent and not heard of is being processed before it is abnormal: no transition is left out. */
        private ModificationConclusion abnormal(String code) {
            if (modification.kind() != ModificationKind.REFUND
                    || (!allowed(ModificationState.PROCESSING) && !allowed(ModificationState.ABNORMAL))) {
                return new Unchanged("a " + word() + " in " + modification.state() + " does not become abnormal");
            }
            ModificationChanges changes = new ModificationChanges(modification, payment, now);
            if (!allowed(ModificationState.ABNORMAL)) {
                changes.add(ModificationState.PROCESSING, null, null, null, "accepted by " + modification.channel());
            }
            changes.add(
                    ModificationState.ABNORMAL, null, null, code, "the payer's bank does not take it (" + code + ")");
            return changes.conclusion();
        }

        /** What denies a success is old news, or it bounced: the channel is asked before either is believed. */
        private ModificationConclusion contradicted(
                String what, String code, Supplier<ModificationConclusion> otherwise) {
            if (modification.state() != ModificationState.SUCCEEDED) {
                return otherwise.get();
            }
            String reason = word() + " done before, now " + what + " (" + code + ")";
            return modification.kind() == ModificationKind.REFUND ? new Doubted(reason) : new Mismatch(reason);
        }

        /** What came back had been given before: where nobody had heard of that, this says both. */
        private ModificationConclusion returned(String code) {
            if (modification.kind() != ModificationKind.REFUND
                    || (!allowed(ModificationState.RETURNED) && !allowed(ModificationState.SUCCEEDED))) {
                return new Unchanged("a " + word() + " in " + modification.state() + " does not come back");
            }
            ModificationChanges changes = new ModificationChanges(modification, payment, now);
            if (!allowed(ModificationState.RETURNED)) {
                changes.add(ModificationState.SUCCEEDED, null, null, null, word() + " done, as its return says");
            }
            changes.add(ModificationState.RETURNED, null, null, code, "the money came back (" + code + ")");
            return changes.conclusion();
        }

        /** Of the first sending only: whatever was sent before may have arrived. */
        private ModificationConclusion notSent(NotSent word) {
            return modification.state() == ModificationState.SENT
                    ? failed(word.code(), new Failure("channel_unavailable", word.message()))
                    : new Unchanged("not sent again: " + word.code());
        }

        private ModificationConclusion unknown(Unknown word) {
            return allowed(ModificationState.UNKNOWN)
                    ? change(ModificationState.UNKNOWN, null, null, word.code(), "outcome unknown: " + word.code())
                    : new Unchanged("no answer changes nothing");
        }

        private boolean allowed(ModificationState next) {
            return ModificationTransitions.allows(modification.kind(), modification.state(), next);
        }

        private String word() {
            return PublicName.of(modification.kind()).word();
        }

        ModificationConclusion surrender() {
            return allowed(ModificationState.MANUAL)
                    ? change(
                            ModificationState.MANUAL,
                            null,
                            null,
                            null,
                            "stuck at the channel: people must decide there")
                    : new Unchanged("a " + word() + " in " + modification.state() + " needs nobody");
        }

        private ModificationConclusion change(
                ModificationState next,
                @Nullable Failure failure,
                @Nullable String reference,
                @Nullable String code,
                String reason) {
            ModificationChanges changes = new ModificationChanges(modification, payment, now);
            changes.add(next, failure, reference, code, reason);
            return changes.conclusion();
        }
    }
}
