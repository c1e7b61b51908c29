package io.sluice.core.modification;

import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.id.ModificationId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.modification.Modifications.Creation;
import io.sluice.core.modification.Reservation.KeyReused;
import io.sluice.core.modification.Reservation.NoSuchPayment;
import io.sluice.core.modification.Reservation.Refused;
import io.sluice.core.modification.Reservation.Replayed;
import io.sluice.core.modification.Reservation.Reserved;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.core.modification.model.ReservationDecision;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;

/** Sets money of payments aside, however many ask for it at once. */
public final class Reservations {

    private final Modifications modifications;
    private final Payments payments;
    private final ChannelTerms terms;
    private final Clock clock;
    private final Turns<PaymentId> turns;

    public Reservations(
            Modifications modifications, Payments payments, ChannelTerms terms, Turns<PaymentId> turns, Clock clock) {
        this.modifications = modifications;
        this.payments = payments;
        this.terms = terms;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Reserves what is asked for, in one durable write with the modification, its event and its key.
     *
     * <p>Fails with {@link io.sluice.core.gather.StoreUnavailableException} when nothing was written and with
     * {@link io.sluice.core.gather.WriteInDoubtException} when that is not known.
     */
    public Mono<Reservation> reserve(RequestModification command) {
        Mono<Reservation> work = payments.find(command.merchantId(), command.paymentId())
                .flatMap(payment -> onItsTerms(command, payment).flatMap(asked -> decide(payment, asked)))
                .defaultIfEmpty(new NoSuchPayment());
        return turns.take(command.paymentId(), work);
    }

    private Mono<RequestModification> onItsTerms(RequestModification command, Payment payment) {
        if (command.undoesCharge(payment)) {
            return terms.chargeVoidableUntil(payment).map(command::ofCharge).defaultIfEmpty(command);
        }
        return command.dependsOnCaptures(payment)
                ? terms.of(payment)
                        .map(captures -> captures == ManualCapture.ONCE ? command.atOnceCapturing() : command)
                : Mono.just(command);
    }

    private Mono<Reservation> decide(Payment payment, RequestModification command) {
        return known(payment, command).flatMap(known -> switch (Modification.requested(
                payment, known, command, ModificationId.next(), clock.instant())) {
            case ReservationDecision.Reserved reserved ->
                modifications
                        .create(reserved.transition(), command.idempotency())
                        .flatMap(creation -> settled(creation, command));
            case ReservationDecision.Refused refused -> unlessRepeated(command, new Refused(refused));
        });
    }

    /** Read after the payment: what is decided on an older version of it is not recorded. What goes back may be a void. */
    private Mono<List<Modification>> known(Payment payment, RequestModification command) {
        return command.dependsOnEarlier(payment) ? modifications.of(payment).collectList() : Mono.just(List.of());
    }

    private Mono<Reservation> settled(Creation creation, RequestModification command) {
        return creation instanceof Creation.Stale(Payment current)
                ? decide(current, command)
                : Mono.just(answer(creation));
    }

    /** What is refused now may have been granted to the same request before. */
    private Mono<Reservation> unlessRepeated(RequestModification command, Reservation refusal) {
        IdempotencyKey key = command.idempotency();
        return key == null
                ? Mono.just(refusal)
                : modifications
                        .claimed(command.merchantId(), key)
                        .map(Reservations::answer)
                        .defaultIfEmpty(refusal);
    }

    private static Reservation answer(Creation creation) {
        return switch (creation) {
            case Creation.Created(Modification modification, Payment _) -> new Reserved(modification);
            case Creation.Replayed(Modification modification) -> new Replayed(modification);
            case Creation.KeyReused _ -> new KeyReused();
            case Creation.Stale _ -> throw new IllegalStateException("a stale reservation is decided again");
        };
    }
}
