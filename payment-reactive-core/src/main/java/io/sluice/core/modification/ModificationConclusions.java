package io.sluice.core.modification;

import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.id.PaymentId;
import io.sluice.core.modification.Modifications.Recording;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationConclusion;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.Payment;
import java.time.Clock;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/**
 * Decides and records what an outcome means, on whatever version the modification and its payment have by then: an answer, a
 * callback and an inquiry that race end in the same state, whichever comes first.
 */
public final class ModificationConclusions {

    private final Modifications modifications;
    private final Payments payments;
    private final Clock clock;
    private final Turns<PaymentId> turns;

    public ModificationConclusions(
            Modifications modifications, Payments payments, Turns<PaymentId> turns, Clock clock) {
        this.modifications = modifications;
        this.payments = payments;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Concludes a capture, a void or a refund. A word that denies a success changes nothing, but makes the modification due, so that the channel is
     * asked.
     *
     * <p>Fails with {@link StoreUnavailableException} when nothing was written and {@link WriteInDoubtException} when that
     * is not known.
     */
    public Mono<Concluded> conclude(Modification modification, ModificationOutcome outcome) {
        return current(modification, (known, payment) -> known.concluded(payment, outcome, clock.instant()))
                .flatMap(concluded -> concluded.conclusion() instanceof ModificationConclusion.Doubted
                        ? modifications
                                .wake(concluded.modification(), clock.instant())
                                .thenReturn(concluded)
                        : Mono.just(concluded));
    }

    /** Gives a refund that is stuck at the channel to people. */
    public Mono<Concluded> surrender(Modification modification) {
        return current(modification, (known, payment) -> known.surrendered(payment, clock.instant()));
    }

    /** The modification is read after the payment, so that no decision is taken on a modification older than the payment's version. */
    private Mono<Concluded> current(
            Modification modification, BiFunction<Modification, Payment, ModificationConclusion> decision) {
        Mono<Concluded> concluding = payments.find(modification.merchantId(), modification.paymentId())
                .flatMap(payment -> modifications
                        .find(modification.merchantId(), modification.id())
                        .flatMap(known -> decide(known, payment, decision)))
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException("there is no modification " + modification.id())));
        return turns.take(modification.paymentId(), concluding);
    }

    private Mono<Concluded> decide(
            Modification modification,
            Payment payment,
            BiFunction<Modification, Payment, ModificationConclusion> decision) {
        ModificationConclusion conclusion = decision.apply(modification, payment);
        return conclusion instanceof ModificationConclusion.Changed changed
                ? modifications.record(changed.transition()).flatMap(recording -> settle(recording, changed, decision))
                : Mono.just(new Concluded(modification, conclusion));
    }

    private Mono<Concluded> settle(
            Recording recording,
            ModificationConclusion conclusion,
            BiFunction<Modification, Payment, ModificationConclusion> decision) {
        return switch (recording) {
            case Recording.Recorded recorded -> Mono.just(new Concluded(recorded.modification(), conclusion));
            case Recording.Stale stale -> decide(stale.current(), stale.payment(), decision);
        };
    }

    /** @param modification as it stands now, changed or not */
    public record Concluded(Modification modification, ModificationConclusion conclusion) {}
}
