package io.sluice.core.refund;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.channel.guard.ConnectedChannel;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.refund.model.Refund;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The channels that refunds go back through: each the account that took the money. */
public final class RefundChannels {

    private final Merchants merchants;
    private final Channels channels;

    public RefundChannels(Merchants merchants, Channels channels) {
        this.merchants = merchants;
        this.channels = channels;
    }

    /** @param payment whose order collected the money */
    public Mono<ModificationOutcome> refund(Refund refund, Payment payment) {
        return of(refund).flatMap(channel -> channel.modify(ModificationKind.REFUND, order(refund, payment)));
    }

    /**
     * Sends a refund again that may have been sent before: that it did not leave this time says nothing about then.
     *
     * @param payment whose order collected the money
     */
    public Mono<ModificationOutcome> refundAgain(Refund refund, Payment payment) {
        return refund(refund, payment)
                .map(outcome -> outcome instanceof ModificationOutcome.NotSent(var fault, String code, String message)
                        ? new ModificationOutcome.Unknown(fault, code, message)
                        : outcome);
    }

    /** @param payment whose order collected the money */
    public Mono<ModificationOutcome> inquire(Refund refund, Payment payment) {
        return of(refund).flatMap(channel -> channel.inquire(ModificationKind.REFUND, order(refund, payment)));
    }

    /** How long after submission "no such refund" may still be untrue. */
    public Mono<Duration> inDoubtWindow(Refund refund) {
        return of(refund).map(channel -> channel.capabilities().inDoubtWindow());
    }

    private Mono<ConnectedChannel> of(Refund refund) {
        return merchants
                .account(refund.account())
                .map(channels::of)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("there is no account " + refund.account())));
    }

    private static ModificationOrder order(Refund refund, Payment payment) {
        return new ModificationOrder(
                refund.id().channelNumber(),
                refund.attempt().channelNumber(),
                reference(refund, payment),
                refund.amount(),
                payment.amount(),
                true,
                refund.reason());
    }

    /** Some channels know what was collected by their own number only. */
    private static @Nullable String reference(Refund refund, Payment payment) {
        for (PaymentAttempt attempt : payment.attempts()) {
            if (attempt.id().equals(refund.attempt())) {
                return attempt.channelReference();
            }
        }
        return null;
    }
}
