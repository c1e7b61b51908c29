package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.audit.Actor;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.modification.ModificationAnswer;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.core.payment.Decisions;
import io.sluice.core.payment.PaymentAnswer;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import io.sluice.sandbox.simulation.time.Chance;
import io.sluice.sandbox.simulation.world.CallbackSender;
import io.sluice.sandbox.simulation.world.Courier;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.Operators;
import io.sluice.sandbox.simulation.world.Requests;
import io.sluice.sandbox.simulation.world.Shop;
import io.sluice.sandbox.simulation.world.World;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** All processes of the gateway: two of each that takes requests, and one of each that reads. */
public final class Fleet implements Shop.Edge, Requests.Edge, Courier.Intake, Operators.Desk {

    private final World world;
    private final Chance chance;
    private final Courier courier;
    private final SimulatedTurns.Lock relayLock = new SimulatedTurns.Lock();
    private final List<GatewayProcess<PaymentNode>> edges;
    private final List<GatewayProcess<PaymentNode>> receivers;
    private final List<GatewayProcess<?>> all;

    public Fleet(World world) {
        this.world = world;
        this.chance = world.chance().split();
        this.courier = new Courier(world.time, world.trace, world.chance().split(), this);
        CallbackSender.begin(world, world.chance().split(), courier);
        this.edges = List.of(node("edge-1", false), node("edge-2", false));
        this.receivers = List.of(node("receiver-1", true), node("receiver-2", true));
        GatewayProcess<Object> ledger = process("ledger", machine -> {
            Readers.startLedger(world);
            return machine;
        });
        GatewayProcess<Object> notifier = process("notifier", machine -> {
            Readers.startNotifier(world, machine);
            return machine;
        });
        this.all = Stream.of(edges, receivers, List.of(ledger, notifier))
                .<GatewayProcess<?>>flatMap(List::stream)
                .toList();
        world.network.onAwait(machine -> all.forEach(process -> process.reached(machine)));
    }

    private GatewayProcess<PaymentNode> node(String name, boolean asks) {
        return process(name, machine -> {
            PaymentNode node = new PaymentNode(world, machine, relayLock, () -> courier);
            node.startRelay();
            if (asks) {
                node.startInquiries();
            }
            return node;
        });
    }

    private <T> GatewayProcess<T> process(String name, GatewayProcess.Start<T> start) {
        return new GatewayProcess<>(world, chance.split(), name, start);
    }

    /** Who brings the channels' callbacks, and knows what was said. */
    public Courier courier() {
        return courier;
    }

    public void start() {
        all.forEach(GatewayProcess::start);
    }

    @Override
    public Mono<PaymentAnswer> pay(Merchant merchant, AcceptPayment command, Duration patience) {
        return ask(
                Link.MERCHANT,
                "pay " + command.idempotency().key(),
                edges,
                node -> node.pay(merchant, command, patience));
    }

    @Override
    public Mono<Payment> cancel(PaymentId id, Duration patience) {
        return ask(Link.MERCHANT, "cancel " + id, edges, node -> node.cancel(id, patience));
    }

    @Override
    public Mono<ModificationAnswer> modify(RequestModification command, Duration patience) {
        return ask(
                Link.MERCHANT,
                command.kind().wireName() + " of " + command.paymentId(),
                edges,
                node -> node.modify(command, patience));
    }

    @Override
    public Mono<Payment> find(PaymentId id) {
        return ask(Link.MERCHANT, "look at " + id, edges, node -> node.find(id));
    }

    @Override
    public Mono<Integer> receive(ChannelAccountId account, RawCallback callback) {
        return ask(Link.CALLBACK, "callback", receivers, node -> node.receive(account, callback));
    }

    @Override
    public Mono<Decisions.Answer> decide(Actor operator, PaymentId payment, Decision decision) {
        return ask(
                Link.MERCHANT,
                operator.name() + " decides " + payment,
                edges,
                node -> node.decide(operator, payment, decision));
    }

    private <T> Mono<T> ask(
            Link link,
            String what,
            List<GatewayProcess<PaymentNode>> processes,
            Function<PaymentNode, Mono<T>> request) {
        return Mono.defer(() -> {
            GatewayProcess<PaymentNode> process = chance.pick(processes);
            PaymentNode node = process.running();
            return world.network.tell(
                    link, what, process::machine, () -> node == null ? Mono.never() : request.apply(node));
        });
    }
}
