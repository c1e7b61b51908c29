package io.sluice.core.refund;

import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.refund.RefundStore.Recording;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.model.RefundConclusion;
import java.time.Clock;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/**
 * Decides and records what an outcome means, on whatever version the refund and its payment have by then: an answer, a
 * callback and an inquiry that race end in the same state, whichever comes first.
 */
public final class RefundConclusions {

    private final RefundStore refunds;
    private final Payments payments;
    private final Clock clock;
    private final Turns<PaymentId> turns;

    public RefundConclusions(RefundStore refunds, Payments payments, Turns<PaymentId> turns, Clock clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Concludes a refund. A word that denies a success changes nothing, but makes the refund due, so that the channel is
     * asked.
     *
     * <p>Fails with {@link StoreUnavailableException} when nothing was written and {@link WriteInDoubtException} when that
     * is not known.
     */
    public Mono<Concluded> conclude(Refund refund, ModificationOutcome outcome) {
        return current(refund, (known, payment) -> known.concluded(payment, outcome, clock.instant()))
                .flatMap(concluded -> concluded.conclusion() instanceof RefundConclusion.Doubted
                        ? refunds.wake(concluded.refund(), clock.instant()).thenReturn(concluded)
                        : Mono.just(concluded));
    }

    /** Gives a refund that is stuck at the channel to people. */
    public Mono<Concluded> surrender(Refund refund) {
        return current(refund, (known, payment) -> known.surrendered(payment, clock.instant()));
    }

    /** The refund is read after the payment, so that no decision is taken on a refund older than the payment's version. */
    private Mono<Concluded> current(Refund refund, BiFunction<Refund, Payment, RefundConclusion> decision) {
        Mono<Concluded> concluding = payments.find(refund.merchantId(), refund.paymentId())
                .flatMap(payment -> refunds.find(refund.merchantId(), refund.id())
                        .flatMap(known -> decide(known, payment, decision)))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("there is no refund " + refund.id())));
        return turns.take(refund.paymentId(), concluding);
    }

    private Mono<Concluded> decide(
            Refund refund, Payment payment, BiFunction<Refund, Payment, RefundConclusion> decision) {
        RefundConclusion conclusion = decision.apply(refund, payment);
        return conclusion instanceof RefundConclusion.Changed changed
                ? refunds.record(changed.transition()).flatMap(recording -> settle(recording, changed, decision))
                : Mono.just(new Concluded(refund, conclusion));
    }

    private Mono<Concluded> settle(
            Recording recording, RefundConclusion conclusion, BiFunction<Refund, Payment, RefundConclusion> decision) {
        return switch (recording) {
            case Recording.Recorded recorded -> Mono.just(new Concluded(recorded.refund(), conclusion));
            case Recording.Stale stale -> decide(stale.current(), stale.payment(), decision);
        };
    }

    /** @param refund as it stands now, changed or not */
    public record Concluded(Refund refund, RefundConclusion conclusion) {}
}
