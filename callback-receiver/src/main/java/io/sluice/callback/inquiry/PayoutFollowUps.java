package io.sluice.callback.inquiry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.callback.inquiry.model.Jitter;
import io.sluice.callback.inquiry.model.PayoutFollowUpPolicy;
import io.sluice.callback.inquiry.model.PayoutFollowUpPolicy.Next;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.payout.PayoutChannels;
import io.sluice.core.payout.PayoutConclusions;
import io.sluice.core.payout.PayoutConclusions.Concluded;
import io.sluice.core.payout.Payouts;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutConclusion;
import io.sluice.core.payout.model.PayoutSchedule;
import io.sluice.core.payout.model.PayoutState;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Follows one payout up: asks its channel, sends it again if it never arrived, records, calls people, or sets when to look again. */
final class PayoutFollowUps {

    private static final Logger log = LoggerFactory.getLogger("io.sluice.callback.inquiry");

    private final Payouts payouts;
    private final PayoutConclusions conclusions;
    private final PayoutChannels channels;
    private final Counter manual;
    private final Clock clock;

    PayoutFollowUps(
            Payouts payouts,
            PayoutConclusions conclusions,
            PayoutChannels channels,
            MeterRegistry meters,
            Clock clock) {
        this.payouts = payouts;
        this.conclusions = conclusions;
        this.channels = channels;
        this.manual = Counter.builder("sluice.payouts.manual")
                .description("payouts that need people: their outcome is not known, or contradicts what is known")
                .register(meters);
        this.clock = clock;
    }

    /** Completes when it is settled or has a time to be looked at again; a failure leaves it to its lease. */
    Mono<Void> follow(Payout taken) {
        return (taken.state() == PayoutState.SENT ? lost(taken) : ask(taken))
                .flatMap(concluded -> isChanged(concluded) ? Mono.just(concluded) : surrender(concluded))
                .flatMap(concluded -> isChanged(concluded) ? Mono.empty() : lookAgain(taken, concluded));
    }

    private static boolean isChanged(Concluded concluded) {
        return concluded.conclusion() instanceof PayoutConclusion.Changed;
    }

    /** Nobody recorded what the channel answered; the change makes it due again soon, and then the channel is asked. */
    private Mono<Concluded> lost(Payout taken) {
        return conclusions.conclude(
                taken, new ModificationOutcome.Unknown("submission_lost", "nobody recorded what the channel answered"));
    }

    private Mono<Concluded> ask(Payout taken) {
        return channels.inDoubtWindow(taken)
                .zipWith(channels.inquire(taken))
                .flatMap(answer -> next(
                        taken, PayoutFollowUpPolicy.after(answer.getT2(), taken, answer.getT1(), clock.instant())));
    }

    private Mono<Concluded> next(Payout taken, Next next) {
        return switch (next) {
            case Next.Conclude(ModificationOutcome outcome) -> conclude(taken, outcome);
            case Next.SendAgain _ -> channels.sendAgain(taken).flatMap(outcome -> conclude(taken, outcome));
        };
    }

    private Mono<Concluded> conclude(Payout taken, ModificationOutcome outcome) {
        return conclusions
                .conclude(taken, outcome)
                .doOnNext(concluded -> log.atInfo()
                        .addKeyValue("merchant_id", taken.merchantId().toString())
                        .addKeyValue("payout_id", taken.id().toString())
                        .addKeyValue("outcome", outcome.getClass().getSimpleName())
                        .addKeyValue("state", concluded.payout().state().name())
                        .addKeyValue("inquiries", taken.inquiries())
                        .log("payout inquiry"));
    }

    /** What contradicts what is known calls people at once; what nobody can find out does so when the questions are used up. */
    private Mono<Concluded> surrender(Concluded concluded) {
        if (concluded.conclusion() instanceof PayoutConclusion.Mismatch(String reason)) {
            alert(concluded.payout(), reason);
            return Mono.just(concluded);
        }
        return conclusions.surrender(concluded.payout()).map(surrendered -> {
            if (isChanged(surrendered)) {
                alert(surrendered.payout(), "nobody can find out what became of it");
                return surrendered;
            }
            return concluded;
        });
    }

    private void alert(Payout payout, String reason) {
        manual.increment();
        log.atError()
                .addKeyValue("merchant_id", payout.merchantId().toString())
                .addKeyValue("payout_id", payout.id().toString())
                .addKeyValue("reason", reason)
                .log("a payout needs people");
    }

    /** A success that was only doubted is not looked at again once the channel has confirmed it. */
    private Mono<Void> lookAgain(Payout taken, Concluded concluded) {
        PayoutState state = concluded.payout().state();
        boolean confirmed = state == PayoutState.SUCCEEDED
                && concluded.conclusion() instanceof PayoutConclusion.Unchanged(String reason)
                && !reason.startsWith("no answer");
        return confirmed || !(state.isOpen() || state == PayoutState.SUCCEEDED)
                ? payouts.postpone(taken, null)
                : payouts.postpone(taken, PayoutSchedule.again(taken, clock.instant(), Jitter.of(taken)));
    }
}
