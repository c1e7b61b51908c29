package io.sluice.core.payment;

import io.sluice.core.agreement.SignedAgreements;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.merchant.model.FeeRule;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.money.Money;
import io.sluice.core.payment.AgreedCharges.Bound;
import io.sluice.core.payment.PaymentAnswer.InProgress;
import io.sluice.core.payment.Payments.Acceptance;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.Route;
import io.sluice.core.payment.model.Transition;
import io.sluice.core.routing.Router;
import io.sluice.core.routing.model.RoutingDecision;
import io.sluice.core.routing.model.RoutingRecord;
import io.sluice.core.routing.model.RoutingRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** From a merchant's wish to an answer: route, accept, submit, conclude. */
public final class PaymentPipeline {

    private static final Logger log = LoggerFactory.getLogger(PaymentPipeline.class);

    private static final Duration ACCEPT_WITHIN = Duration.ofSeconds(2);

    private final Payments payments;
    private final Router router;
    private final Submissions submissions;
    private final AgreedCharges agreed;
    private final Detached detached;
    private final PaymentSteps steps;
    private final Clock clock;

    /** Without agreements. */
    public PaymentPipeline(
            Payments payments,
            Channels channels,
            Conclusions conclusions,
            Detached detached,
            PaymentSteps steps,
            Clock clock) {
        this(payments, channels, SignedAgreements.NONE, conclusions, detached, steps, clock);
    }

    public PaymentPipeline(
            Payments payments,
            Channels channels,
            SignedAgreements agreements,
            Conclusions conclusions,
            Detached detached,
            PaymentSteps steps,
            Clock clock) {
        this.payments = payments;
        this.router = new Router(channels);
        this.agreed = new AgreedCharges(agreements);
        this.submissions = new Submissions(channels, router, conclusions, agreed, steps, clock);
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
        return Mono.defer(() -> Objections.to(command, router.offers(merchant))
                .map(Mono::just)
                .orElseGet(() -> agreed(merchant, command, patience)));
    }

    private Mono<PaymentAnswer> agreed(Merchant merchant, AcceptPayment command, Duration patience) {
        AgreementId agreement = command.agreement();
        return agreement == null
                ? routed(merchant, command, null, patience)
                : agreed.bound(merchant.id(), agreement, command.method()).flatMap(bound -> switch (bound) {
                    case Bound.To(var account) -> routed(merchant, command, account, patience);
                    case Bound.Refused(var objection) ->
                        answeredBefore(merchant, command, patience)
                                .switchIfEmpty(Mono.fromSupplier(() -> Objections.refusal(objection)));
                });
    }

    private Mono<PaymentAnswer> routed(
            Merchant merchant, AcceptPayment command, @Nullable ChannelAccountId agreed, Duration patience) {
        return Mono.defer(() -> {
            AttemptId attempt = AttemptId.next();
            RoutingRecord record = router.route(merchant, RoutingRequest.of(command, agreed), attempt, Set.of());
            steps.routed(record.decision());
            return Routes.of(record)
                    .map(route -> acceptedInTime(merchant, command, attempt, route, patience))
                    .orElseGet(() -> answeredBefore(merchant, command, patience)
                            .switchIfEmpty(Mono.fromSupplier(() -> refusal(merchant, record.decision()))));
        });
    }

    /** What nobody takes now may have been taken when it was asked for first. */
    private Mono<PaymentAnswer> answeredBefore(Merchant merchant, AcceptPayment command, Duration patience) {
        return payments.acceptedBefore(merchant.id(), command.idempotency()).map(acceptance -> switch (acceptance) {
            case Acceptance.Replayed replayed -> replayed(replayed.payment(), patience);
            case Acceptance.KeyReused _ -> new PaymentAnswer.KeyReused();
            case Acceptance.Accepted _ -> throw new IllegalStateException("a question accepts nothing");
        });
    }

    private static PaymentAnswer refusal(Merchant merchant, RoutingDecision decision) {
        return switch (decision.choice()) {
            case RoutingDecision.Refused refused ->
                new PaymentAnswer.Refused(refused.code(), refused.field(), refused.message());
            case RoutingDecision.Unavailable unavailable ->
                new PaymentAnswer.Unavailable(unavailable.code(), unavailable.message());
            case RoutingDecision.Chosen chosen ->
                throw new IllegalStateException(merchant.id() + " has " + chosen.account() + " to go to");
        };
    }

    /** The time is for the acceptance alone: from then on it is the caller's patience that counts. */
    private Mono<PaymentAnswer> acceptedInTime(
            Merchant merchant, AcceptPayment command, AttemptId attempt, Route route, Duration patience) {
        Money fee = FeeRule.fee(merchant.fees(), command.amount());
        Transition acceptance = Payment.accepted(command, PaymentId.next(), attempt, route, fee, clock.instant());
        Mono<Acceptance> written =
                payments.accept(acceptance, command.idempotency()).transform(steps.accept());
        return detached.run(written, ACCEPT_WITHIN, answer -> switch (answer) {
            case Acceptance.Accepted accepted -> submitWithin(patience, merchant, accepted.payment(), command);
            case Acceptance.Replayed replayed -> Mono.just(replayed(replayed.payment(), patience));
            case Acceptance.KeyReused reused -> Mono.just(new PaymentAnswer.KeyReused());
        });
    }

    /** Until the first conclusion the original request may still be waiting for it, but no longer than its patience. */
    private PaymentAnswer replayed(Payment payment, Duration patience) {
        boolean inFlight = payment.isUnderWay()
                && clock.instant().isBefore(payment.createdAt().plus(patience));
        return inFlight ? new PaymentAnswer.InFlight() : new PaymentAnswer.Replayed(payment);
    }

    private Mono<PaymentAnswer> submitWithin(
            Duration patience, Merchant merchant, Payment payment, AcceptPayment command) {
        Mono<PaymentAnswer> concluded = submissions
                .submit(merchant, payment, command.payerIp(), command.card())
                .<PaymentAnswer>map(PaymentAnswer.Concluded::new)
                .onErrorResume(failure -> leaveToInquiry(payment, failure));
        return detached.run(concluded, patience, () -> new InProgress(payment));
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
