package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.CallbackAnswer;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Closes;
import io.sluice.core.channel.Inquires;
import io.sluice.core.channel.Notifies;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.Pays;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.channel.Reverses;
import io.sluice.sandbox.simulation.world.CallbackSender;
import io.sluice.sandbox.simulation.world.ChannelHouse;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.NotConnectedException;
import io.sluice.sandbox.simulation.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** An adapter to the channels of the simulated world. What it cannot prove is unknown. */
sealed class SimulatedChannel implements Pays, Inquires, Closes, Notifies {

    final World world;
    final AccountConfiguration account;
    private final Supplier<CallbackSender> callbacks;

    SimulatedChannel(World world, AccountConfiguration account, Supplier<CallbackSender> callbacks) {
        this.world = world;
        this.account = account;
        this.callbacks = callbacks;
    }

    @Override
    public Capabilities capabilities() {
        var method =
                new Capabilities.MethodCapability(SimulatedProvider.METHOD, List.of("CNY"), 1, 1_000_000_000, false);
        return new Capabilities(account.channel(), List.of(method), world.house.inDoubtWindow());
    }

    @Override
    public Mono<ChannelOutcome> pay(PayOrder order) {
        return Mono.defer(() -> {
            Departures.check(world, order, account.id());
            Instant sentAt = world.time.instant();
            return ask(
                    "pay " + order.number(), () -> world.house.pay(account.id().toString(), order, sentAt));
        });
    }

    @Override
    public Mono<ChannelOutcome> inquire(OrderReference order) {
        return ask("inquire " + order.number(), () -> world.house.inquire(order));
    }

    @Override
    public Mono<ChannelOutcome> close(OrderReference order) {
        return ask("close " + order.number(), () -> world.house.close(order));
    }

    /** One that takes orders back, too. */
    static final class Reversing extends SimulatedChannel implements Reverses {

        Reversing(World world, AccountConfiguration account, Supplier<CallbackSender> callbacks) {
            super(world, account, callbacks);
        }

        @Override
        public Mono<ChannelOutcome> reverse(OrderReference order) {
            return ask(
                    "reverse " + order.number(),
                    () -> world.house.reverse(account.id().toString(), order));
        }
    }

    final Mono<ChannelOutcome> ask(String what, Supplier<ChannelOutcome> request) {
        return world.network
                .ask(Link.CHANNEL, what, request)
                .doOnNext(outcome -> world.trace.step("%s: %s", what, outcome))
                .onErrorResume(error -> Mono.just(
                        error instanceof NotConnectedException
                                ? ChannelHouse.notSent(String.valueOf(error))
                                : new Unknown("connection_lost", String.valueOf(error.getMessage()))));
    }

    @Override
    public Mono<CallbackReading> read(RawCallback callback) {
        return Mono.fromSupplier(() -> {
            String[] words = new String(callback.body(), StandardCharsets.UTF_8).split(" ", 2);
            ChannelOutcome said = callbacks.get().said(words[0]);
            return said == null
                    ? new CallbackReading.Refused("callback_signature_invalid", "this channel never said that")
                    : new CallbackReading.Authentic(words[0], words[1], said);
        });
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
