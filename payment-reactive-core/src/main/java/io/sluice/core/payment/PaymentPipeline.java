package io.sluice.core.payment;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.channel.guard.ConnectedChannel;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.merchant.model.FeeRule;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.money.Money;
import io.sluice.core.payment.PaymentAnswer.InProgress;
import io.sluice.core.payment.Payments.Acceptance;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.Transition;
import io.sluice.core.routing.model.Candidate;
import io.sluice.core.routing.model.RoutingDecision;
import io.sluice.core.routing.model.RoutingDecision.Routed;
import io.sluice.core.routing.model.RoutingPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** From a merchant's wish to an answer: route, accept, submit, conclude. */
public final class PaymentPipeline {

    private static final Logger log = LoggerFactory.getLogger(PaymentPipeline.class);

    private static final Duration ACCEPT_WITHIN = Duration.ofSeconds(2);

    private final Payments payments;
    private final Channels channels;
    private final Conclusions conclusions;
    private final Detached detached;
    private final PaymentSteps steps;
    private final Clock clock;

    public PaymentPipeline(
            Payments payments,
            Channels channels,
            Conclusions conclusions,
            Detached detached,
            PaymentSteps steps,
            Clock clock) {
        this.payments = payments;
        this.channels = channels;
        this.conclusions = conclusions;
        this.detached = detached;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Makes a payment. No byte goes to a channel before the payment is durable; from then on it goes on to its end
     * whether or not the caller waits.
     *
     * @param patience how long the caller waits for the channel's word
     * @return fails within a second with {@link StoreUnavailableException} when it was not accepted, and within two with
     *     {@link WriteInDoubtException} when that is not known; if it is accepted later, it goes on all the same
     */
    public Mono<PaymentAnswer> pay(Merchant merchant, AcceptPayment command, Duration patience) {
        return Mono.defer(() -> switch (route(merchant, command)) {
            case Routed routed -> acceptedInTime(merchant, command, routed, patience);
            case RoutingDecision.Refused refused ->
                Mono.just(new PaymentAnswer.Refused(refused.code(), refused.field(), refused.message()));
        });
    }

    private RoutingDecision route(Merchant merchant, AcceptPayment command) {
        List<Candidate> candidates = merchant.accounts().stream()
                .map(account -> new Candidate(
                        account.configuration().id(), channels.of(account).capabilities()))
                .toList();
        return RoutingPolicy.choose(candidates, command);
    }

    /** The time is for the acceptance alone: from then on it is the caller's patience that counts. */
    private Mono<PaymentAnswer> acceptedInTime(
            Merchant merchant, AcceptPayment command, Routed routed, Duration patience) {
        AtomicBoolean known = new AtomicBoolean();
        Mono<Long> overdue = Mono.delay(ACCEPT_WITHIN).flatMap(tick -> known.get() ? Mono.never() : Mono.just(tick));
        return detached.run(accept(merchant, command, routed, patience, known))
                .timeout(overdue, Mono.error(() -> new WriteInDoubtException("the store does not answer", null)));
    }

    private Mono<PaymentAnswer> accept(
            Merchant merchant, AcceptPayment command, Routed routed, Duration patience, AtomicBoolean known) {
        Money fee = FeeRule.fee(merchant.fees(), command.amount());
        Transition acceptance =
                Payment.accepted(command, PaymentId.next(), AttemptId.next(), routed.route(), fee, clock.instant());
        return payments.accept(acceptance, command.idempotency())
                .transform(steps.accept())
                .doOnTerminate(() -> known.set(true))
                .flatMap(answer -> switch (answer) {
                    case Acceptance.Accepted accepted ->
                        submitWithin(patience, merchant, accepted.payment(), command.payerIp());
                    case Acceptance.Replayed replayed -> Mono.just(replayed(replayed.payment(), patience));
                    case Acceptance.KeyReused reused -> Mono.just(new PaymentAnswer.KeyReused());
                });
    }

    /** Until the first conclusion the original request may still be waiting for it, but no longer than its patience. */
    private PaymentAnswer replayed(Payment payment, Duration patience) {
        boolean inFlight = payment.version() == 1
                && clock.instant().isBefore(payment.createdAt().plus(patience));
        return inFlight ? new PaymentAnswer.InFlight() : new PaymentAnswer.Replayed(payment);
    }

    private Mono<PaymentAnswer> submitWithin(
            Duration patience, Merchant merchant, Payment payment, @Nullable String payerIp) {
        Mono<PaymentAnswer> concluded = submit(merchant, payment, payerIp)
                .flatMap(outcome -> conclude(payment, outcome))
                .<PaymentAnswer>map(PaymentAnswer.Concluded::new)
                .onErrorResume(failure -> leaveToInquiry(payment, failure));
        return detached.run(concluded).timeout(patience, Mono.just(new InProgress(payment)));
    }

    private Mono<ChannelOutcome> submit(Merchant merchant, Payment payment, @Nullable String payerIp) {
        PayOrder order = new PayOrder(
                payment.lastAttempt().id().channelNumber(),
                payment.amount(),
                payment.method(),
                payment.description(),
                payment.payer(),
                payerIp,
                payment.expiresAt());
        return channelOf(merchant, payment).pay(order).transform(steps.submit());
    }

    private ConnectedChannel channelOf(Merchant merchant, Payment payment) {
        MerchantChannelAccount account = merchant.accounts().stream()
                .filter(known ->
                        known.configuration().id().equals(payment.lastAttempt().account()))
                .findFirst()
                .orElseThrow();
        return channels.of(account);
    }

    private Mono<Payment> conclude(Payment payment, ChannelOutcome outcome) {
        return conclusions
                .conclude(payment, payment.lastAttempt().id(), outcome)
                .retryWhen(Retry.backoff(4, Duration.ofMillis(100)).filter(PaymentPipeline::isStoreTrouble))
                .transform(steps.conclude())
                .map(Conclusions.Concluded::payment);
    }

    private static boolean isStoreTrouble(Throwable failure) {
        return failure instanceof StoreUnavailableException || failure instanceof WriteInDoubtException;
    }

    /** The payment is durable and due for inquiry: whoever looks next finds out and records what became of it. */
    private Mono<PaymentAnswer> leaveToInquiry(Payment payment, Throwable failure) {
        log.atWarn()
                .addKeyValue("payment_id", payment.id())
                .addKeyValue("merchant_id", payment.merchantId())
                .setCause(failure)
                .log("the conclusion could not be recorded; the payment is left to inquiry");
        return Mono.just(new InProgress(payment));
    }
}
