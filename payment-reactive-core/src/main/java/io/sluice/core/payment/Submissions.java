package io.sluice.core.payment;

import io.sluice.core.channel.Card;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.channel.guard.ConnectedChannel;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.Route;
import io.sluice.core.routing.Router;
import io.sluice.core.routing.model.RoutingRecord;
import io.sluice.core.routing.model.RoutingRequest;
import io.sluice.core.routing.rule.model.AccountTerms;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * From a durable attempt to its conclusion, and where that is a safe no, on to another attempt, which is as durable before
 * its channel is called.
 */
final class Submissions {

    private final Channels channels;
    private final Router router;
    private final Conclusions conclusions;
    private final AgreedCharges agreed;
    private final PaymentSteps steps;
    private final Clock clock;

    Submissions(
            Channels channels,
            Router router,
            Conclusions conclusions,
            AgreedCharges agreed,
            PaymentSteps steps,
            Clock clock) {
        this.channels = channels;
        this.router = router;
        this.conclusions = conclusions;
        this.agreed = agreed;
        this.steps = steps;
        this.clock = clock;
    }

    /** A payment whose last attempt is about to be sent, with what its channel must be told besides. */
    private record Submission(
            Merchant merchant,
            Payment payment,
            @Nullable String payerIp,
            @Nullable Card card) {

        PaymentAttempt attempt() {
            return payment.lastAttempt();
        }

        PayOrder order() {
            return new PayOrder(
                    attempt().id().channelNumber(),
                    payment.amount(),
                    payment.method(),
                    payment.description(),
                    payment.payer(),
                    payerIp,
                    payment.expiresAt(),
                    card);
        }

        MerchantChannelAccount account() {
            return merchant.accounts().stream()
                    .filter(known -> known.configuration().id().equals(attempt().account()))
                    .findFirst()
                    .orElseThrow();
        }

        Set<ChannelAccountId> tried() {
            return payment.attempts().stream().map(PaymentAttempt::account).collect(Collectors.toSet());
        }

        Submission of(Payment next) {
            return new Submission(merchant, next, payerIp, card);
        }
    }

    /** Where the next attempt goes. */
    private record Next(AttemptId attempt, Route route) {}

    /**
     * The payment after the channel's word about its last attempt, and after those that followed it. Fails when the word
     * could not be recorded.
     */
    Mono<Payment> submit(Merchant merchant, Payment payment, @Nullable String payerIp, @Nullable Card card) {
        return submit(new Submission(merchant, payment, payerIp, card));
    }

    private Mono<Payment> submit(Submission submission) {
        return sent(submission)
                .transform(steps.submit())
                .flatMap(outcome -> next(submission, outcome)
                        .map(next -> retry(submission, outcome, next))
                        .orElseGet(() -> recorded(conclusions.conclude(
                                submission.payment(), submission.attempt().id(), outcome))));
    }

    private Mono<ChannelOutcome> sent(Submission submission) {
        ConnectedChannel channel = channelOf(submission);
        boolean held = submission.payment().captureMethod() == CaptureMethod.MANUAL;
        Payment payment = submission.payment();
        return agreed.open(
                payment.merchantId(),
                payment.agreement(),
                submission.order(),
                held ? channel::authorize : channel::pay);
    }

    private ConnectedChannel channelOf(Submission submission) {
        Integer callsPerSecond = submission
                .merchant()
                .routing()
                .configuration()
                .terms(submission.attempt().account())
                .map(AccountTerms::callsPerSecond)
                .orElse(null);
        return channels.of(submission.account()).limitedTo(callsPerSecond);
    }

    /** Empty when the payment may not or cannot go on. */
    private Optional<Next> next(Submission submission, ChannelOutcome outcome) {
        Payment payment = submission.payment();
        if (!payment.mayBeRetried(outcome, clock.instant())) {
            return Optional.empty();
        }
        AttemptId attempt = AttemptId.next();
        RoutingRecord record =
                router.route(submission.merchant(), RoutingRequest.of(payment), attempt, submission.tried());
        steps.routed(record.decision());
        return Routes.of(record).map(route -> new Next(attempt, route));
    }

    private Mono<Payment> retry(Submission submission, ChannelOutcome outcome, Next next) {
        AttemptId over = submission.attempt().id();
        return recorded(conclusions.retry(submission.payment(), over, outcome, next.attempt(), next.route()))
                .flatMap(payment -> isToBeSent(payment, next) ? goOn(submission.of(payment)) : Mono.just(payment));
    }

    private Mono<Payment> goOn(Submission next) {
        steps.cascaded();
        return submit(next);
    }

    /** Also when the write was repeated and had been done before. */
    private static boolean isToBeSent(Payment payment, Next next) {
        return payment.isUnderWay() && payment.lastAttempt().id().equals(next.attempt());
    }

    private Mono<Payment> recorded(Mono<Conclusions.Concluded> conclusion) {
        return conclusion
                .retryWhen(Retry.backoff(4, Duration.ofMillis(100)).filter(Submissions::isStoreTrouble))
                .transform(steps.conclude())
                .map(Conclusions.Concluded::payment);
    }

    private static boolean isStoreTrouble(Throwable failure) {
        return failure instanceof StoreUnavailableException || failure instanceof WriteInDoubtException;
    }
}
