package io.sluice.core.channel.guard;

import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Closes;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.Inquires;
import io.sluice.core.channel.Notifies;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.Pays;
import io.sluice.core.channel.RefundOrder;
import io.sluice.core.channel.RefundOutcome;
import io.sluice.core.channel.Refunds;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** A merchant's opened channel account behind its guard. Every call yields one outcome: never an error, never empty. */
public final class ConnectedChannel {

    private final Channel channel;
    private final ChannelGuard guard;

    ConnectedChannel(Channel channel, ChannelGuard guard) {
        this.channel = channel;
        this.guard = guard;
    }

    public Capabilities capabilities() {
        return channel.capabilities();
    }

    public Mono<ChannelOutcome> pay(PayOrder order) {
        return channel instanceof Pays pays
                ? guard.guard("pay", pays.pay(order))
                : Mono.just(
                        new NotSent(Fault.ORDER, "unsupported", capabilities().channel() + " collects no money"));
    }

    public Mono<ChannelOutcome> inquire(OrderReference order) {
        return channel instanceof Inquires inquires
                ? guard.guard("inquire", inquires.inquire(order)).map(ConnectedChannel::asInquiry)
                : Mono.just(
                        new Unknown(Fault.ORDER, "unsupported", capabilities().channel() + " answers no inquiries"));
    }

    public Mono<ChannelOutcome> close(OrderReference order) {
        return channel instanceof Closes closes
                ? guard.guard("close", closes.close(order)).map(ConnectedChannel::asInquiry)
                : Mono.just(
                        new Unknown(Fault.ORDER, "unsupported", capabilities().channel() + " closes no orders"));
    }

    public Mono<RefundOutcome> refund(RefundOrder order) {
        return channel instanceof Refunds refunds
                ? guard.guardRefund("refund", refunds.refund(order))
                : Mono.just(new RefundOutcome.NotSent(
                        Fault.ORDER, "unsupported", capabilities().channel() + " gives no money back"));
    }

    public Mono<RefundOutcome> inquireRefund(RefundOrder order) {
        return channel instanceof Refunds refunds
                ? guard.guardRefund("inquire_refund", refunds.inquireRefund(order))
                        .map(ConnectedChannel::asInquiry)
                : Mono.just(new RefundOutcome.Unknown(
                        Fault.ORDER, "unsupported", capabilities().channel() + " gives no money back"));
    }

    /** How callbacks of this account are read; empty when the channel never calls back. */
    public Optional<Notifies> callbacks() {
        return channel instanceof Notifies notifies ? Optional.of(notifies) : Optional.empty();
    }

    /** A question that was not sent says nothing about the order that it asked for. */
    private static ChannelOutcome asInquiry(ChannelOutcome outcome) {
        return outcome instanceof NotSent(Fault fault, OutcomeCode _, String code, String message)
                ? new Unknown(fault, code, message)
                : outcome;
    }

    private static RefundOutcome asInquiry(RefundOutcome outcome) {
        return outcome instanceof RefundOutcome.NotSent(Fault fault, String code, String message)
                ? new RefundOutcome.Unknown(fault, code, message)
                : outcome;
    }
}
