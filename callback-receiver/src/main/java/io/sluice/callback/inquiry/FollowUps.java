package io.sluice.callback.inquiry;

import io.sluice.callback.inquiry.InquiryMeters.Asked;
import io.sluice.callback.inquiry.model.FollowUp;
import io.sluice.callback.inquiry.model.FollowUpPolicy;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.channel.guard.ConnectedChannel;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.modification.AutomaticGiveBacks;
import io.sluice.core.modification.ModificationPipeline;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.core.payment.Conclusions;
import io.sluice.core.payment.Conclusions.Concluded;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.Payments.DueAttempt;
import io.sluice.core.payment.model.BeliefPolicy;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Follows one attempt up: decides, asks its channel, records what that means, or sets when to look again. */
final class FollowUps {

    private static final Duration RELEASED_WITHIN = Duration.ofSeconds(10);

    private final Payments payments;
    private final Merchants merchants;
    private final Channels channels;
    private final Conclusions conclusions;
    private final ModificationPipeline modifications;
    private final AutomaticGiveBacks giveBacks;
    private final Clock clock;
    private final InquiryMeters meters;

    FollowUps(
            Payments payments,
            Merchants merchants,
            Channels channels,
            Conclusions conclusions,
            ModificationPipeline modifications,
            AutomaticGiveBacks giveBacks,
            Clock clock,
            InquiryMeters meters) {
        this.payments = payments;
        this.merchants = merchants;
        this.channels = channels;
        this.conclusions = conclusions;
        this.modifications = modifications;
        this.giveBacks = giveBacks;
        this.clock = clock;
        this.meters = meters;
    }

    /** A due attempt with its payment as it stands and its channel. */
    private record Case(DueAttempt due, Payment payment, ConnectedChannel channel) {

        Case now(Payment changed) {
            return new Case(due, changed, channel);
        }

        PaymentAttempt attempt() {
            return payment.attempts().stream()
                    .filter(known -> known.id().equals(due.attempt().id()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(due.attempt().id() + " is gone"));
        }

        OrderReference order() {
            return attempt().reference(payment);
        }
    }

    /** Completes when the attempt is settled or has a time to be looked at again; a failure leaves it to its lease. */
    Mono<Void> follow(DueAttempt due) {
        Mono<ConnectedChannel> channel = merchants
                .account(due.attempt().account())
                .map(channels::of)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "there is no account " + due.attempt().account())));
        return payments.find(due.merchantId(), due.paymentId())
                .zipWith(channel, (payment, connected) -> new Case(due, payment, connected))
                .flatMap(this::step);
    }

    private Mono<Void> step(Case at) {
        return switch (FollowUpPolicy.decide(
                at.payment(), at.attempt(), at.channel().recourse(), clock.instant())) {
            case FollowUp.Settled settled -> Mono.empty();
            case FollowUp.Conclude(ChannelOutcome outcome) -> then(at, conclude(at, outcome));
            case FollowUp.Expire expire -> then(at, conclusions.expire(at.payment()));
            case FollowUp.BeginReversal begin ->
                then(at, conclusions.reverse(at.payment(), at.due().attempt().id()));
            case FollowUp.Reverse reverse -> ask(at, "reverse", at.channel().reverse(at.order()));
            case FollowUp.Close close -> ask(at, "close", at.channel().close(at.order()));
            case FollowUp.Release release -> release(at);
            case FollowUp.GiveBack giveBack -> giveBack(at);
            case FollowUp.Inquire inquire -> ask(at, "inquire", at.channel().inquire(at.order()));
        };
    }

    /** Where a capture is under way nothing is released; then, and where the channel says no, it is tried again. */
    private Mono<Void> release(Case at) {
        return modifications
                .modify(RequestModification.release(at.payment()), RELEASED_WITHIN)
                .then(payments.postpone(
                        at.due(), FollowUpPolicy.nextLook(at.payment(), at.attempt(), clock.instant())));
    }

    /** Once: what comes of it is the refund's to tell, and where there is none, people's to decide. */
    private Mono<Void> giveBack(Case at) {
        return giveBacks
                .giveBack(at.payment(), at.due().attempt().id())
                .then(Mono.defer(() -> payments.postpone(at.due(), null)));
    }

    /** Only a change leads to another decision; whatever did not change waits for the next look. */
    private Mono<Void> then(Case at, Mono<Concluded> recording) {
        return recording.flatMap(concluded -> concluded.conclusion() instanceof Conclusion.Changed
                ? step(at.now(concluded.payment()))
                : lookAgain(at.now(concluded.payment())));
    }

    private Mono<Void> ask(Case at, String operation, Mono<ChannelOutcome> call) {
        return call.map(outcome -> believed(at, outcome))
                .flatMap(outcome ->
                        conclude(at, outcome).map(concluded -> new Asked(at.due(), operation, outcome, concluded)))
                .transform(meters.observed())
                .flatMap(asked -> asked.concluded().conclusion() instanceof Conclusion.Changed
                        ? Mono.empty()
                        : escalate(at.now(asked.concluded().payment())));
    }

    private ChannelOutcome believed(Case at, ChannelOutcome outcome) {
        return BeliefPolicy.believed(
                outcome, at.attempt(), at.channel().capabilities().inDoubtWindow(), clock.instant());
    }

    private Mono<Concluded> conclude(Case at, ChannelOutcome outcome) {
        return conclusions.conclude(at.payment(), at.due().attempt().id(), outcome);
    }

    /** After the last inquiry of the schedule people are called; the channel is asked on. */
    private Mono<Void> escalate(Case at) {
        return conclusions.escalate(at.payment(), at.due().attempt().id()).flatMap(concluded -> {
            if (concluded.conclusion() instanceof Conclusion.Changed) {
                meters.needsPeople(at.due());
                return Mono.empty();
            }
            return lookAgain(at.now(concluded.payment()));
        });
    }

    /** A recorded change has set the next time itself; then this one finds the lease gone and does nothing. */
    private Mono<Void> lookAgain(Case at) {
        return at.attempt().state().isOpen()
                ? payments.postpone(at.due(), FollowUpPolicy.nextLook(at.payment(), at.attempt(), clock.instant()))
                : Mono.empty();
    }
}
