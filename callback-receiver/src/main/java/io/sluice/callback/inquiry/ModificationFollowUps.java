package io.sluice.callback.inquiry;

import io.sluice.callback.inquiry.model.Jitter;
import io.sluice.callback.inquiry.model.ModificationFollowUpPolicy;
import io.sluice.callback.inquiry.model.ModificationFollowUpPolicy.Next;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.modification.ModificationChannels;
import io.sluice.core.modification.ModificationConclusions;
import io.sluice.core.modification.ModificationConclusions.Concluded;
import io.sluice.core.modification.Modifications;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationConclusion;
import io.sluice.core.modification.model.ModificationSchedule;
import io.sluice.core.modification.model.ModificationState;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Follows one capture, void or refund up: asks its channel, sends it again if it never arrived, records, or sets when to look again. */
final class ModificationFollowUps {

    private static final Logger log = LoggerFactory.getLogger("io.sluice.callback.inquiry");

    private final Modifications modifications;
    private final ModificationConclusions conclusions;
    private final ModificationChannels channels;
    private final Clock clock;

    ModificationFollowUps(
            Modifications modifications,
            ModificationConclusions conclusions,
            ModificationChannels channels,
            Clock clock) {
        this.modifications = modifications;
        this.conclusions = conclusions;
        this.channels = channels;
        this.clock = clock;
    }

    /** Completes when it is settled or has a time to be looked at again; a failure leaves it to its lease. */
    Mono<Void> follow(Modification taken) {
        return (taken.state() == ModificationState.SENT ? lost(taken) : ask(taken))
                .flatMap(concluded -> concluded.conclusion() instanceof ModificationConclusion.Changed
                        ? Mono.empty()
                        : lookAgain(taken, concluded));
    }

    /** Nobody recorded what the channel answered; the change makes it due again soon, and then the channel is asked. */
    private Mono<Concluded> lost(Modification taken) {
        return conclusions.conclude(
                taken, new ModificationOutcome.Unknown("submission_lost", "nobody recorded what the channel answered"));
    }

    private Mono<Concluded> ask(Modification taken) {
        return channels.inDoubtWindow(taken)
                .zipWith(channels.inquire(taken))
                .flatMap(answer -> next(
                        taken,
                        ModificationFollowUpPolicy.after(answer.getT2(), taken, answer.getT1(), clock.instant())));
    }

    private Mono<Concluded> next(Modification taken, Next next) {
        return switch (next) {
            case Next.Conclude(ModificationOutcome outcome) -> conclude(taken, outcome);
            case Next.SendAgain _ -> channels.sendAgain(taken).flatMap(outcome -> conclude(taken, outcome));
            case Next.Surrender _ -> conclusions.surrender(taken).doOnNext(ModificationFollowUps::alert);
        };
    }

    private Mono<Concluded> conclude(Modification taken, ModificationOutcome outcome) {
        return conclusions
                .conclude(taken, outcome)
                .doOnNext(concluded -> log.atInfo()
                        .addKeyValue("merchant_id", taken.merchantId().toString())
                        .addKeyValue("payment_id", taken.paymentId().toString())
                        .addKeyValue("modification_id", taken.publicId())
                        .addKeyValue("outcome", outcome.getClass().getSimpleName())
                        .addKeyValue("state", concluded.modification().state().name())
                        .addKeyValue("inquiries", taken.inquiries())
                        .log(taken.kind().wireName() + " inquiry"));
    }

    private static void alert(Concluded concluded) {
        log.atError()
                .addKeyValue(
                        "merchant_id", concluded.modification().merchantId().toString())
                .addKeyValue("payment_id", concluded.modification().paymentId().toString())
                .addKeyValue("modification_id", concluded.modification().publicId())
                .log("a refund is stuck at the channel and needs people");
    }

    /** A success that was only doubted is not looked at again once the channel has confirmed it. */
    private Mono<Void> lookAgain(Modification taken, Concluded concluded) {
        ModificationState state = concluded.modification().state();
        boolean confirmed = state == ModificationState.SUCCEEDED
                && concluded.conclusion() instanceof ModificationConclusion.Unchanged(String reason)
                && !reason.startsWith("no answer");
        return confirmed || !(state.isOpen() || state == ModificationState.SUCCEEDED)
                ? modifications.postpone(taken, null)
                : modifications.postpone(
                        taken, ModificationSchedule.next(taken.inquiries(), clock.instant(), Jitter.of(taken)));
    }
}
