package io.sluice.core.payout;

import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutConclusion;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Decides and records what a word means, on whatever version the payout has by then: an answer, a callback, an inquiry and people
 * that race end in the same state, whichever comes first. All fail with
 * {@link io.sluice.core.gather.StoreUnavailableException} when nothing was written and with
 * {@link io.sluice.core.gather.WriteInDoubtException} when that is not known.
 */
public final class PayoutConclusions {

    private final Payouts payouts;
    private final Clock clock;

    public PayoutConclusions(Payouts payouts, Clock clock) {
        this.payouts = payouts;
        this.clock = clock;
    }

    /** A word that denies a success changes nothing, but makes the payout due, so that the channel is asked. */
    public Mono<Concluded> conclude(Payout payout, ModificationOutcome outcome) {
        return decide(payout, known -> known.concluded(outcome, clock.instant()))
                .flatMap(concluded -> concluded.conclusion() instanceof PayoutConclusion.Doubted
                        ? payouts.wake(concluded.payout(), clock.instant()).thenReturn(concluded)
                        : Mono.just(concluded));
    }

    /** Calls people where the channel was asked often enough. */
    public Mono<Concluded> surrender(Payout payout) {
        return decide(payout, known -> known.surrendered(clock.instant()));
    }

    /** Sets its money aside, if it is there; whoever records that is to send it: {@link PayoutPipeline#approve}. */
    public Mono<Concluded> approve(Payout payout, List<String> people) {
        return decide(payout, known -> known.approved(people, clock.instant()));
    }

    public Mono<Concluded> reject(Payout payout, String person, String why) {
        return decide(payout, known -> known.rejected(person, why, clock.instant()));
    }

    /** What people read in the channel's own books about one that is MANUAL. */
    public Mono<Concluded> found(Payout payout, boolean paid, List<String> people) {
        return decide(payout, known -> known.found(paid, people, clock.instant()));
    }

    private Mono<Concluded> decide(Payout known, Function<Payout, PayoutConclusion> decision) {
        PayoutConclusion conclusion = decision.apply(known);
        return conclusion instanceof PayoutConclusion.Changed changed
                ? payouts.record(changed.transition()).flatMap(recording -> settle(recording, known, changed, decision))
                : Mono.just(new Concluded(known, conclusion));
    }

    private Mono<Concluded> settle(
            Payouts.Recording recording,
            Payout known,
            PayoutConclusion conclusion,
            Function<Payout, PayoutConclusion> decision) {
        return switch (recording) {
            case Payouts.Recording.Recorded(Payout payout) -> Mono.just(new Concluded(payout, conclusion));
            case Payouts.Recording.Stale(Payout current) -> decide(current, decision);
            case Payouts.Recording.Insufficient _ ->
                Mono.just(new Concluded(
                        known, new PayoutConclusion.Unchanged("the merchant is due less than " + known.amount())));
        };
    }

    /** @param payout as it stands now, changed or not */
    public record Concluded(Payout payout, PayoutConclusion conclusion) {}
}
