package io.sluice.core.modification;

import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.channel.guard.ConnectedChannel;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The channels that captures, voids and refunds go through: each the account that holds or took the money. */
public final class ModificationChannels implements ChannelTerms {

    private final Merchants merchants;
    private final Channels channels;

    public ModificationChannels(Merchants merchants, Channels channels) {
        this.merchants = merchants;
        this.channels = channels;
    }

    public Mono<ModificationOutcome> send(Modification modification) {
        return of(modification).flatMap(channel -> channel.modify(modification.kind(), order(modification)));
    }

    /** Sends it again, though it may have been sent before: that it did not leave this time says nothing about then. */
    public Mono<ModificationOutcome> sendAgain(Modification modification) {
        return send(modification)
                .map(outcome -> outcome instanceof ModificationOutcome.NotSent(var fault, String code, String message)
                        ? new ModificationOutcome.Unknown(fault, code, message)
                        : outcome);
    }

    public Mono<ModificationOutcome> inquire(Modification modification) {
        return of(modification).flatMap(channel -> channel.inquire(modification.kind(), order(modification)));
    }

    /** Whether an account's channel knows such a thing at all. */
    public Mono<Boolean> can(ModificationKind kind, ChannelAccountId account) {
        return of(account).map(channel -> channel.can(kind));
    }

    /** Of the account that holds or collected the payment's money. */
    @Override
    public Mono<ManualCapture> of(Payment payment) {
        return of(payment.lastAttempt().account())
                .map(channel -> channel.capabilities().captures(payment.method()));
    }

    /** Of the account whose charge it is. */
    @Override
    public Mono<Instant> chargeVoidableUntil(Payment payment) {
        return Mono.justOrEmpty(payment.attempts().stream()
                        .filter(PaymentAttempt::isCharged)
                        .findFirst())
                .flatMap(charged -> of(charged.account())
                        .flatMap(channel -> Mono.justOrEmpty(channel.chargeVoidableUntil(charged.updatedAt()))));
    }

    /** How long after submission "no such capture, void or refund" may still be untrue. */
    public Mono<Duration> inDoubtWindow(Modification modification) {
        return of(modification).map(channel -> channel.capabilities().inDoubtWindow());
    }

    private Mono<ConnectedChannel> of(Modification modification) {
        return of(modification.account());
    }

    private Mono<ConnectedChannel> of(ChannelAccountId account) {
        return merchants
                .account(account)
                .map(channels::of)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("there is no account " + account)));
    }

    private static ModificationOrder order(Modification modification) {
        return new ModificationOrder(
                modification.id().channelNumber(),
                modification.attempt().channelNumber(),
                modification.target().reference(),
                modification.amount(),
                modification.target().total(),
                modification.last(),
                modification.reason(),
                null,
                modification.channelCode());
    }
}
