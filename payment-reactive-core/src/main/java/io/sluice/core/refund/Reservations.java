package io.sluice.core.refund;

import io.sluice.core.id.PaymentId;
import io.sluice.core.id.RefundId;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.refund.RefundStore.Creation;
import io.sluice.core.refund.Reservation.Exceeds;
import io.sluice.core.refund.Reservation.KeyReused;
import io.sluice.core.refund.Reservation.NoSuchPayment;
import io.sluice.core.refund.Reservation.NotRefundable;
import io.sluice.core.refund.Reservation.Replayed;
import io.sluice.core.refund.Reservation.Reserved;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.model.RefundDecision;
import io.sluice.core.refund.model.RequestRefund;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Sets money of payments aside, however many ask for it at once. */
public final class Reservations {

    private final RefundStore refunds;
    private final Payments payments;
    private final Clock clock;
    private final Turns<PaymentId> turns;

    public Reservations(RefundStore refunds, Payments payments, Turns<PaymentId> turns, Clock clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Reserves what is asked for, in one durable write with the refund, its event and its key.
     *
     * <p>Fails with {@link io.sluice.core.gather.StoreUnavailableException} when nothing was written and with
     * {@link io.sluice.core.gather.WriteInDoubtException} when that is not known.
     */
    public Mono<Reservation> reserve(RequestRefund command) {
        Mono<Reservation> work = payments.find(command.merchantId(), command.paymentId())
                .flatMap(payment -> decide(payment, command))
                .defaultIfEmpty(new NoSuchPayment());
        return turns.take(command.paymentId(), work);
    }

    private Mono<Reservation> decide(Payment payment, RequestRefund command) {
        return switch (Refund.requested(payment, command, RefundId.next(), clock.instant())) {
            case RefundDecision.Reserved reserved ->
                refunds.create(reserved.transition(), command.idempotency())
                        .flatMap(creation -> settled(creation, command));
            case RefundDecision.Exceeds(var left) -> unlessRepeated(command, new Exceeds(left));
            case RefundDecision.NotRefundable(var state) -> unlessRepeated(command, new NotRefundable(state));
        };
    }

    private Mono<Reservation> settled(Creation creation, RequestRefund command) {
        return creation instanceof Creation.Stale(Payment current)
                ? decide(current, command)
                : Mono.just(answer(creation));
    }

    /** What is refused now may have been granted to the same request before. */
    private Mono<Reservation> unlessRepeated(RequestRefund command, Reservation refusal) {
        return refunds.claimed(command.merchantId(), command.idempotency())
                .map(Reservations::answer)
                .defaultIfEmpty(refusal);
    }

    private static Reservation answer(Creation creation) {
        return switch (creation) {
            case Creation.Created(Refund refund, Payment payment) -> new Reserved(refund, payment);
            case Creation.Replayed(Refund refund) -> new Replayed(refund);
            case Creation.KeyReused _ -> new KeyReused();
            case Creation.Stale _ -> throw new IllegalStateException("a stale reservation is decided again");
        };
    }
}
