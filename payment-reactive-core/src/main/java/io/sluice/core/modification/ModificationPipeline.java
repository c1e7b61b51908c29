package io.sluice.core.modification;

import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.core.payment.Detached;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** From a wish to capture, void or refund to an answer: reserve, submit, conclude. */
public final class ModificationPipeline {

    private static final Logger log = LoggerFactory.getLogger(ModificationPipeline.class);
    private static final Duration RESERVE_WITHIN = Duration.ofSeconds(5);

    private final Reservations reservations;
    private final ModificationConclusions conclusions;
    private final ModificationChannels channels;
    private final Detached detached;
    private final Clock clock;

    public ModificationPipeline(
            Reservations reservations,
            ModificationConclusions conclusions,
            ModificationChannels channels,
            Detached detached,
            Clock clock) {
        this.reservations = reservations;
        this.conclusions = conclusions;
        this.channels = channels;
        this.detached = detached;
        this.clock = clock;
    }

    /**
     * Modifies a payment. No byte goes to a channel before the modification and its reservation are durable; from then on it goes
     * on to its end whether or not the caller waits.
     *
     * @param patience how long the caller waits for the channel's word
     * @return fails with {@link StoreUnavailableException} when it was not reserved, and with
     *     {@link WriteInDoubtException} when that is not known; if it is reserved later, it goes on all the same
     */
    public Mono<ModificationAnswer> modify(RequestModification command, Duration patience) {
        return detached.run(
                reservations.reserve(command), RESERVE_WITHIN, reservation -> answer(reservation, patience));
    }

    private Mono<ModificationAnswer> answer(Reservation reservation, Duration patience) {
        return switch (reservation) {
            case Reservation.Reserved(Modification modification) -> submitWithin(patience, modification);
            case Reservation.Replayed(Modification modification) -> Mono.just(replayed(modification, patience));
            case Reservation.KeyReused _ -> Mono.just(new ModificationAnswer.KeyReused());
            case Reservation.Refused(var refusal) -> Mono.just(new ModificationAnswer.Refused(refusal));
            case Reservation.NoSuchPayment _ -> Mono.just(new ModificationAnswer.NoSuchPayment());
        };
    }

    /** Until the first conclusion the original request may still be waiting for it, but no longer than its patience. */
    private ModificationAnswer replayed(Modification modification, Duration patience) {
        boolean inFlight = modification.version() == 1
                && clock.instant().isBefore(modification.createdAt().plus(patience));
        return inFlight ? new ModificationAnswer.InFlight() : new ModificationAnswer.Replayed(modification);
    }

    private Mono<ModificationAnswer> submitWithin(Duration patience, Modification modification) {
        Mono<ModificationAnswer> concluded = channels.send(modification)
                .flatMap(outcome -> conclusions
                        .conclude(modification, outcome)
                        .retryWhen(
                                Retry.backoff(4, Duration.ofMillis(100)).filter(ModificationPipeline::isStoreTrouble)))
                .<ModificationAnswer>map(done -> new ModificationAnswer.Concluded(done.modification()))
                .onErrorResume(failure -> leaveToInquiry(modification, failure));
        return detached.run(concluded, patience, () -> new ModificationAnswer.InProgress(modification));
    }

    private static boolean isStoreTrouble(Throwable failure) {
        return failure instanceof StoreUnavailableException || failure instanceof WriteInDoubtException;
    }

    /** The modification is durable and due for inquiry: whoever looks next finds out and records what became of it. */
    private static Mono<ModificationAnswer> leaveToInquiry(Modification modification, Throwable failure) {
        log.atWarn()
                .addKeyValue("modification_id", modification.publicId())
                .addKeyValue("payment_id", modification.paymentId())
                .addKeyValue("merchant_id", modification.merchantId())
                .setCause(failure)
                .log("the conclusion could not be recorded; it is left to inquiry");
        return Mono.just(new ModificationAnswer.InProgress(modification));
    }
}
