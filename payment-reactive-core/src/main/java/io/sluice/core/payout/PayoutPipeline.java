package io.sluice.core.payout;

import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.id.PayoutId;
import io.sluice.core.payment.Detached;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutConclusion;
import io.sluice.core.payout.model.PayoutState;
import io.sluice.core.payout.model.RequestPayout;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** From a wish to pay out to an answer: reserve, submit, conclude. */
public final class PayoutPipeline {

    private static final Logger log = LoggerFactory.getLogger(PayoutPipeline.class);
    private static final Duration RESERVE_WITHIN = Duration.ofSeconds(5);

    private final Payouts payouts;
    private final PayoutConclusions conclusions;
    private final PayoutChannels channels;
    private final Detached detached;
    private final Clock clock;

    public PayoutPipeline(
            Payouts payouts, PayoutConclusions conclusions, PayoutChannels channels, Detached detached, Clock clock) {
        this.payouts = payouts;
        this.conclusions = conclusions;
        this.channels = channels;
        this.detached = detached;
        this.clock = clock;
    }

    /**
     * Pays out. No byte goes to a channel before the payout, what it takes and its beneficiary are durable; from then on it goes
     * on to its end whether or not the caller waits.
     *
     * @param patience how long the caller waits for the channel's word
     * @return fails with {@link StoreUnavailableException} when it was not reserved, and with {@link WriteInDoubtException} when
     *     that is not known; if it is reserved later, it goes on all the same
     */
    public Mono<PayoutAnswer> payOut(RequestPayout command, Duration patience) {
        return detached.run(reserve(command), RESERVE_WITHIN, creation -> answer(creation, patience));
    }

    private Mono<Payouts.Creation> reserve(RequestPayout command) {
        String currency = command.amount().currency().getCurrencyCode();
        return payouts.terms(command.merchantId(), currency)
                .flatMap(terms -> payouts.create(
                        Payout.requested(command, terms, PayoutId.next(), clock.instant()),
                        command.idempotency(),
                        command.beneficiary()));
    }

    private Mono<PayoutAnswer> answer(Payouts.Creation creation, Duration patience) {
        return switch (creation) {
            case Payouts.Creation.Created(Payout payout) ->
                payout.state() == PayoutState.SENT
                        ? submitWithin(patience, payout)
                        : Mono.just(new PayoutAnswer.Concluded(payout));
            case Payouts.Creation.Replayed(Payout payout) -> Mono.just(new PayoutAnswer.Replayed(payout));
            case Payouts.Creation.KeyReused _ -> Mono.just(new PayoutAnswer.KeyReused());
            case Payouts.Creation.Insufficient _ -> Mono.just(new PayoutAnswer.Insufficient());
        };
    }

    /**
     * Sets the money of a payout in review aside, if enough people agree and it is there, and sends it. Whoever records the
     * approval sends, and nobody else.
     *
     * @param people who agree, each once
     */
    public Mono<PayoutAnswer> approve(Payout payout, List<String> people, Duration patience) {
        return detached.run(conclusions
                .approve(payout, people)
                .flatMap(done -> done.conclusion() instanceof PayoutConclusion.Changed
                                && done.payout().state() == PayoutState.SENT
                        ? submitWithin(patience, done.payout())
                        : Mono.just(new PayoutAnswer.Concluded(done.payout()))));
    }

    private Mono<PayoutAnswer> submitWithin(Duration patience, Payout payout) {
        Mono<PayoutAnswer> concluded = channels.send(payout)
                .flatMap(outcome -> conclusions
                        .conclude(payout, outcome)
                        .retryWhen(Retry.backoff(4, Duration.ofMillis(100)).filter(PayoutPipeline::isStoreTrouble)))
                .<PayoutAnswer>map(done -> new PayoutAnswer.Concluded(done.payout()))
                .onErrorResume(failure -> leaveToInquiry(payout, failure));
        return detached.run(concluded, patience, () -> new PayoutAnswer.InProgress(payout));
    }

    private static boolean isStoreTrouble(Throwable failure) {
        return failure instanceof StoreUnavailableException || failure instanceof WriteInDoubtException;
    }

    /** The payout is durable and due for inquiry: whoever looks next finds out and records what became of it. */
    private static Mono<PayoutAnswer> leaveToInquiry(Payout payout, Throwable failure) {
        log.atWarn()
                .addKeyValue("payout_id", payout.id())
                .addKeyValue("merchant_id", payout.merchantId())
                .setCause(failure)
                .log("the conclusion could not be recorded; it is left to inquiry");
        return Mono.just(new PayoutAnswer.InProgress(payout));
    }
}
