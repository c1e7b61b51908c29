package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Authorizes;
import io.sluice.core.channel.CallbackAnswer;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.channel.Captures;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Closes;
import io.sluice.core.channel.Inquires;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.Notifies;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.Pays;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.channel.Refunds;
import io.sluice.core.channel.Reverses;
import io.sluice.core.channel.Voids;
import io.sluice.core.channel.VoidsCaptures;
import io.sluice.core.channel.VoidsCharges;
import io.sluice.sandbox.simulation.world.ChannelHouse;
import io.sluice.sandbox.simulation.world.Courier;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.NotConnectedException;
import io.sluice.sandbox.simulation.world.Teller;
import io.sluice.sandbox.simulation.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** An adapter to the channels of the simulated world. What it cannot prove is unknown. */
sealed class SimulatedChannel
        implements Pays, Authorizes, Captures, Voids, VoidsCaptures, VoidsCharges, Inquires, Closes, Refunds, Notifies {

    final World world;
    final AccountConfiguration account;
    private final Supplier<Courier> courier;

    SimulatedChannel(World world, AccountConfiguration account, Supplier<Courier> courier) {
        this.world = world;
        this.account = account;
        this.courier = courier;
    }

    @Override
    public Capabilities capabilities() {
        var method = new Capabilities.MethodCapability(
                SimulatedProvider.METHOD,
                List.of("CNY"),
                1,
                1_000_000_000,
                false,
                world.house.capturesOnce() ? ManualCapture.ONCE : ManualCapture.SEVERAL);
        return new Capabilities(account.channel(), List.of(method), world.house.inDoubtWindow());
    }

    @Override
    public Mono<ChannelOutcome> pay(PayOrder order) {
        return submit("pay", order, world.house::pay);
    }

    @Override
    public Mono<ChannelOutcome> authorize(PayOrder order) {
        return submit("authorize", order, world.house::authorize);
    }

    /** One of the channels' doors for new orders. */
    private interface Door {

        ChannelOutcome take(String account, PayOrder order, Instant sentAt);
    }

    private Mono<ChannelOutcome> submit(String what, PayOrder order, Door door) {
        return Mono.defer(() -> {
            Departures.check(world, order, account.id());
            Instant sentAt = world.time.instant();
            return ask(what + " " + order.number(), () -> door.take(account.id().toString(), order, sentAt));
        });
    }

    @Override
    public Mono<ChannelOutcome> inquire(OrderReference order) {
        return ask(
                Link.INQUIRY,
                "inquire " + order.number(),
                () -> world.house.inquire(order),
                ChannelHouse::notSent,
                Unknown::new);
    }

    @Override
    public Mono<ChannelOutcome> close(OrderReference order) {
        return ask("close " + order.number(), () -> world.house.close(order));
    }

    @Override
    public Mono<ModificationOutcome> refund(ModificationOrder order) {
        return move(ModificationKind.REFUND, order);
    }

    @Override
    public Mono<ModificationOutcome> capture(ModificationOrder order) {
        return move(ModificationKind.CAPTURE, order);
    }

    @Override
    public Mono<ModificationOutcome> voidAuthorization(ModificationOrder order) {
        return move(ModificationKind.VOID, order);
    }

    @Override
    public Mono<ModificationOutcome> voidCapture(ModificationOrder order) {
        return move(ModificationKind.CAPTURE_VOID, order);
    }

    @Override
    public Instant chargeVoidableUntil(Instant paidAt) {
        return paidAt.plus(world.house.undoesFor());
    }

    @Override
    public Mono<ModificationOutcome> voidCharge(ModificationOrder order) {
        return move(ModificationKind.CHARGE_VOID, order);
    }

    private Mono<ModificationOutcome> move(ModificationKind kind, ModificationOrder order) {
        return Mono.defer(() -> {
            Departures.check(world, order, account.id());
            Instant sentAt = world.time.instant();
            return ask(
                    Link.CHANNEL,
                    kind.wireName() + " " + order.number(),
                    () -> world.teller.move(kind, account.id().toString(), order, sentAt),
                    Teller::notSent,
                    ModificationOutcome.Unknown::new);
        });
    }

    @Override
    public Mono<ModificationOutcome> inquireRefund(ModificationOrder order) {
        return inquire(ModificationKind.REFUND, order);
    }

    @Override
    public Mono<ModificationOutcome> inquireCapture(ModificationOrder order) {
        return inquire(ModificationKind.CAPTURE, order);
    }

    @Override
    public Mono<ModificationOutcome> inquireVoid(ModificationOrder order) {
        return inquire(ModificationKind.VOID, order);
    }

    @Override
    public Mono<ModificationOutcome> inquireVoidedCapture(ModificationOrder order) {
        return inquire(ModificationKind.CAPTURE_VOID, order);
    }

    @Override
    public Mono<ModificationOutcome> inquireVoidedCharge(ModificationOrder order) {
        return inquire(ModificationKind.CHARGE_VOID, order);
    }

    private Mono<ModificationOutcome> inquire(ModificationKind kind, ModificationOrder order) {
        return ask(
                Link.INQUIRY,
                "inquire " + kind.wireName() + " " + order.number(),
                () -> world.teller.inquire(order),
                Teller::notSent,
                ModificationOutcome.Unknown::new);
    }

    /** One that takes orders back, too. */
    static final class Reversing extends SimulatedChannel implements Reverses {

        Reversing(World world, AccountConfiguration account, Supplier<Courier> courier) {
            super(world, account, courier);
        }

        @Override
        public Mono<ChannelOutcome> reverse(OrderReference order) {
            return ask(
                    "reverse " + order.number(),
                    () -> world.house.reverse(account.id().toString(), order));
        }
    }

    final Mono<ChannelOutcome> ask(String what, Supplier<ChannelOutcome> request) {
        return ask(Link.CHANNEL, what, request, ChannelHouse::notSent, Unknown::new);
    }

    private <T> Mono<T> ask(
            Link link,
            String what,
            Supplier<T> request,
            Function<String, T> notSent,
            BiFunction<String, String, T> unknown) {
        return world.network
                .ask(link, what, request)
                .doOnNext(outcome -> world.trace.step("%s: %s", what, outcome))
                .onErrorResume(error -> Mono.just(
                        error instanceof NotConnectedException
                                ? notSent.apply(String.valueOf(error))
                                : unknown.apply("connection_lost", String.valueOf(error.getMessage()))));
    }

    @Override
    public Mono<CallbackReading> read(RawCallback callback) {
        return Mono.fromSupplier(() -> Objects.requireNonNullElse(
                courier.get().said(new String(callback.body(), StandardCharsets.UTF_8)),
                new CallbackReading.Refused("callback_signature_invalid", "this channel never said that")));
    }

    @Override
    public CallbackAnswer acknowledged() {
        return new CallbackAnswer(200, "", "");
    }

    @Override
    public CallbackAnswer refused(String reason) {
        return new CallbackAnswer(400, "text/plain", reason);
    }
}
