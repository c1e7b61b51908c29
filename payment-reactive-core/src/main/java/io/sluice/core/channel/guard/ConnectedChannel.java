package io.sluice.core.channel.guard;

import io.sluice.core.card.Cards;
import io.sluice.core.channel.Authorizes;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Captures;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Closes;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.Inquires;
import io.sluice.core.channel.ListsBills;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.Notifies;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.PayoutOrder;
import io.sluice.core.channel.Pays;
import io.sluice.core.channel.PaysOut;
import io.sluice.core.channel.PaysOut.PayoutCapability;
import io.sluice.core.channel.Recourse;
import io.sluice.core.channel.Refunds;
import io.sluice.core.channel.Reverses;
import io.sluice.core.channel.SettlesBatches;
import io.sluice.core.channel.SignsAgreements;
import io.sluice.core.channel.TellsBalance;
import io.sluice.core.channel.TellsBalance.Balance;
import io.sluice.core.channel.Voids;
import io.sluice.core.channel.VoidsCaptures;
import io.sluice.core.channel.VoidsCharges;
import io.sluice.core.routing.model.Health;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A merchant's opened channel account behind its guard. Every call yields one outcome: never an error, never empty. */
public final class ConnectedChannel {

    private final Channel channel;
    private final ChannelGuard guard;
    private final CardedCalls carded;

    ConnectedChannel(Channel channel, ChannelGuard guard, Cards cards) {
        this.channel = channel;
        this.guard = guard;
        this.carded = new CardedCalls(
                cards, channel.capabilities().methods().stream().anyMatch(Capabilities.MethodCapability::cardRequired));
    }

    public Capabilities capabilities() {
        return channel.capabilities();
    }

    /** How this instance has seen the account do lately. */
    public Health health() {
        return guard.health();
    }

    /**
     * The same account, called that often by this instance at most.
     *
     * @param callsPerSecond null for the usual
     */
    public ConnectedChannel limitedTo(@Nullable Integer callsPerSecond) {
        guard.limit(callsPerSecond);
        return this;
    }

    public Mono<ChannelOutcome> pay(PayOrder order) {
        return channel instanceof Pays pays
                ? carded.open(order, kept -> guard.guard("pay", pays.pay(kept)))
                : Mono.just(
                        new NotSent(Fault.ORDER, "unsupported", capabilities().channel() + " collects no money"));
    }

    /** Has the money held, to be captured later. */
    public Mono<ChannelOutcome> authorize(PayOrder order) {
        return channel instanceof Authorizes authorizes
                ? carded.open(order, kept -> guard.guard("authorize", authorizes.authorize(kept)))
                : Mono.just(
                        new NotSent(Fault.ORDER, "unsupported", capabilities().channel() + " holds no money"));
    }

    public Mono<ChannelOutcome> inquire(OrderReference order) {
        return channel instanceof Inquires inquires
                ? guard.guard("inquire", inquires.inquire(order)).map(ConnectedChannel::asInquiry)
                : Mono.just(
                        new Unknown(Fault.ORDER, "unsupported", capabilities().channel() + " answers no inquiries"));
    }

    /** What can be done about an order whose outcome nobody knows. */
    public Recourse recourse() {
        return new Recourse(channel instanceof Inquires, channel instanceof Reverses);
    }

    public Mono<ChannelOutcome> reverse(OrderReference order) {
        return channel instanceof Reverses reverses
                ? carded.reverse(order, found -> guard.guard("reverse", reverses.reverse(found)))
                        .map(ConnectedChannel::asInquiry)
                : Mono.just(
                        new Unknown(Fault.ORDER, "unsupported", capabilities().channel() + " reverses no orders"));
    }

    public Mono<ChannelOutcome> close(OrderReference order) {
        return channel instanceof Closes closes
                ? guard.guard("close", closes.close(order)).map(ConnectedChannel::asInquiry)
                : Mono.just(
                        new Unknown(Fault.ORDER, "unsupported", capabilities().channel() + " closes no orders"));
    }

    /** Whether the channel knows such a thing at all. */
    public boolean can(ModificationKind kind) {
        return switch (kind) {
            case CAPTURE -> channel instanceof Captures;
            case VOID -> channel instanceof Voids;
            case CAPTURE_VOID -> channel instanceof VoidsCaptures;
            case CHARGE_VOID -> channel instanceof VoidsCharges;
            case REFUND -> channel instanceof Refunds;
        };
    }

    /** Until when what was collected at once can be undone; empty where the channel does not undo that. */
    public Optional<Instant> chargeVoidableUntil(Instant paidAt) {
        return channel instanceof VoidsCharges voids
                ? Optional.of(voids.chargeVoidableUntil(paidAt))
                : Optional.empty();
    }

    /** Asks for a capture, a void or a refund. */
    public Mono<ModificationOutcome> modify(ModificationKind kind, ModificationOrder order) {
        return call(kind)
                .map(call -> carded.modify(order, found -> guard.guardModification(kind.wireName(), call.apply(found))))
                .orElseGet(() -> Mono.just(new ModificationOutcome.NotSent(Fault.ORDER, "unsupported", cannot(kind))));
    }

    private Optional<ModificationCall> call(ModificationKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case CAPTURE -> channel instanceof Captures captures ? captures::capture : null;
                    case VOID -> channel instanceof Voids voids ? voids::voidAuthorization : null;
                    case CAPTURE_VOID -> channel instanceof VoidsCaptures voids ? voids::voidCapture : null;
                    case CHARGE_VOID -> channel instanceof VoidsCharges voids ? voids::voidCharge : null;
                    case REFUND -> channel instanceof Refunds refunds ? refunds::refund : null;
                });
    }

    /** Asks what became of one. */
    public Mono<ModificationOutcome> inquire(ModificationKind kind, ModificationOrder order) {
        return inquiry(kind)
                .map(call -> carded.modify(
                                order,
                                found -> guard.guardModification("inquire_" + kind.wireName(), call.apply(found)))
                        .map(ConnectedChannel::asInquiry))
                .orElseGet(() -> Mono.just(new ModificationOutcome.Unknown(Fault.ORDER, "unsupported", cannot(kind))));
    }

    private Optional<ModificationCall> inquiry(ModificationKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case CAPTURE -> channel instanceof Captures captures ? captures::inquireCapture : null;
                    case VOID -> channel instanceof Voids voids ? voids::inquireVoid : null;
                    case CAPTURE_VOID -> channel instanceof VoidsCaptures voids ? voids::inquireVoidedCapture : null;
                    case CHARGE_VOID -> channel instanceof VoidsCharges voids ? voids::inquireVoidedCharge : null;
                    case REFUND -> channel instanceof Refunds refunds ? refunds::inquireRefund : null;
                });
    }

    /** What a channel can be asked about a payment. */
    private interface ModificationCall extends Function<ModificationOrder, Mono<ModificationOutcome>> {}

    private String cannot(ModificationKind kind) {
        return capabilities().channel() + " knows no " + kind.wireName();
    }

    /** How agreements are signed with this account; empty when it signs none. */
    public Optional<AgreementCalls> agreements() {
        return channel instanceof SignsAgreements signs
                        && !signs.agreementMethods().isEmpty()
                ? Optional.of(new AgreementCalls(signs, guard))
                : Optional.empty();
    }

    /** How much is on the account. */
    public Mono<Balance> balance() {
        return channel instanceof TellsBalance tells
                ? guard.guardBalance(tells.balance())
                : Mono.just(new Balance.Refused("unsupported", capabilities().channel() + " tells no balance"));
    }

    /** How this account settles its days; empty where its channel does that by itself. */
    public Optional<SettlesBatches> batches() {
        return channel instanceof SettlesBatches settles ? Optional.of(settles) : Optional.empty();
    }

    /** What the account pays out, and to whom; empty when it pays nothing out. */
    public Optional<PayoutCapability> payouts() {
        return channel instanceof PaysOut paysOut ? Optional.of(paysOut.payouts()) : Optional.empty();
    }

    public Mono<ModificationOutcome> payOut(PayoutOrder order) {
        return channel instanceof PaysOut paysOut
                ? guard.guardModification("pay_out", paysOut.payOut(order))
                : Mono.just(new ModificationOutcome.NotSent(Fault.ORDER, "unsupported", paysNothingOut()));
    }

    /** Asks what became of a payout. */
    public Mono<ModificationOutcome> inquirePayout(PayoutOrder order) {
        return channel instanceof PaysOut paysOut
                ? guard.guardModification("inquire_payout", paysOut.inquirePayout(order))
                        .map(ConnectedChannel::asInquiry)
                : Mono.just(new ModificationOutcome.Unknown(Fault.ORDER, "unsupported", paysNothingOut()));
    }

    private String paysNothingOut() {
        return capabilities().channel() + " pays nothing out";
    }

    /** How callbacks of this account are read; empty when the channel never calls back. */
    public Optional<Notifies> callbacks() {
        return channel instanceof Notifies notifies ? Optional.of(notifies) : Optional.empty();
    }

    /**
     * The account's bills; empty when the channel has none. They go past the guard: a download outlasts any payment's deadline,
     * and how it fares says nothing about how payments do.
     */
    public Optional<ListsBills> bills() {
        return channel instanceof ListsBills bills ? Optional.of(bills) : Optional.empty();
    }

    /** A question that was not sent says nothing about the order that it asked for. */
    private static ChannelOutcome asInquiry(ChannelOutcome outcome) {
        return outcome instanceof NotSent(Fault fault, OutcomeCode _, String code, String message)
                ? new Unknown(fault, code, message)
                : outcome;
    }

    private static ModificationOutcome asInquiry(ModificationOutcome outcome) {
        return outcome instanceof ModificationOutcome.NotSent(Fault fault, String code, String message)
                ? new ModificationOutcome.Unknown(fault, code, message)
                : outcome;
    }
}
