package io.sluice.core.refund;

import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.model.RequestRefund;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** From a merchant's wish to give money back to an answer: reserve, submit, conclude. */
public final class RefundPipeline {

    private static final Logger log = LoggerFactory.getLogger(RefundPipeline.class);
    private static final Duration RESERVE_WITHIN = Duration.ofSeconds(5);

    private final Reservations reservations;
    private final RefundConclusions conclusions;
    private final RefundChannels channels;
    private final Detached detached;
    private final Clock clock;

    public RefundPipeline(
            Reservations reservations,
            RefundConclusions conclusions,
            RefundChannels channels,
            Detached detached,
            Clock clock) {
        this.reservations = reservations;
        this.conclusions = conclusions;
        this.channels = channels;
        this.detached = detached;
        this.clock = clock;
    }

    /**
     * Refunds a payment. No byte goes to a channel before the refund and its reservation are durable; from then on it goes
     * on to its end whether or not the caller waits.
     *
     * @param patience how long the caller waits for the channel's word
     * @return fails with {@link StoreUnavailableException} when it was not reserved, and with
     *     {@link WriteInDoubtException} when that is not known; if it is reserved later, it goes on all the same
     */
    public Mono<RefundAnswer> refund(RequestRefund command, Duration patience) {
        AtomicBoolean known = new AtomicBoolean();
        Mono<Long> overdue = Mono.delay(RESERVE_WITHIN).flatMap(tick -> known.get() ? Mono.never() : Mono.just(tick));
        Mono<RefundAnswer> work = reservations
                .reserve(command)
                .doOnTerminate(() -> known.set(true))
                .flatMap(reservation -> answer(reservation, patience));
        return detached.run(work)
                .timeout(overdue, Mono.error(() -> new WriteInDoubtException("the store does not answer", null)));
    }

    private Mono<RefundAnswer> answer(Reservation reservation, Duration patience) {
        return switch (reservation) {
            case Reservation.Reserved(Refund refund, Payment payment) -> submitWithin(patience, refund, payment);
            case Reservation.Replayed(Refund refund) -> Mono.just(replayed(refund, patience));
            case Reservation.KeyReused _ -> Mono.just(new RefundAnswer.KeyReused());
            case Reservation.Exceeds(var left) -> Mono.just(new RefundAnswer.Exceeds(left));
            case Reservation.NotRefundable(var state) -> Mono.just(new RefundAnswer.NotRefundable(state));
            case Reservation.NoSuchPayment _ -> Mono.just(new RefundAnswer.NoSuchPayment());
        };
    }

    /** Until the first conclusion the original request may still be waiting for it, but no longer than its patience. */
    private RefundAnswer replayed(Refund refund, Duration patience) {
        boolean inFlight = refund.version() == 1
                && clock.instant().isBefore(refund.createdAt().plus(patience));
        return inFlight ? new RefundAnswer.InFlight() : new RefundAnswer.Replayed(refund);
    }

    private Mono<RefundAnswer> submitWithin(Duration patience, Refund refund, Payment payment) {
        Mono<RefundAnswer> concluded = channels.refund(refund, payment)
                .flatMap(outcome -> conclusions
                        .conclude(refund, outcome)
                        .retryWhen(Retry.backoff(4, Duration.ofMillis(100)).filter(RefundPipeline::isStoreTrouble)))
                .<RefundAnswer>map(done -> new RefundAnswer.Concluded(done.refund()))
                .onErrorResume(failure -> leaveToInquiry(refund, failure));
        return detached.run(concluded).timeout(patience, Mono.just(new RefundAnswer.InProgress(refund)));
    }

    private static boolean isStoreTrouble(Throwable failure) {
        return failure instanceof StoreUnavailableException || failure instanceof WriteInDoubtException;
    }

    /** The refund is durable and due for inquiry: whoever looks next finds out and records what became of it. */
    private static Mono<RefundAnswer> leaveToInquiry(Refund refund, Throwable failure) {
        log.atWarn()
                .addKeyValue("refund_id", refund.id())
                .addKeyValue("payment_id", refund.paymentId())
                .addKeyValue("merchant_id", refund.merchantId())
                .setCause(failure)
                .log("the refund's conclusion could not be recorded; it is left to inquiry");
        return Mono.just(new RefundAnswer.InProgress(refund));
    }
}
