package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.paypal.model.Issue;
import io.sluice.sandbox.simulators.paypal.model.Order;
import io.sluice.sandbox.simulators.paypal.model.Outcome;
import io.sluice.sandbox.simulators.paypal.model.Refusal;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Approves orders, by schedule or by hand. */
final class Payer {
    private final State state;
    private final Desk desk;
    private final Webhooks webhooks;
    private final Behaviour<Outcome> behaviour;
    private final Threads threads;
    private final InstantSource clock;

    Payer(
            State state,
            Desk desk,
            Webhooks webhooks,
            Behaviour<Outcome> behaviour,
            Threads threads,
            InstantSource clock) {
        this.state = state;
        this.desk = desk;
        this.webhooks = webhooks;
        this.behaviour = behaviour;
        this.threads = threads;
        this.clock = clock;
    }

    /** Lets the payer of a new order act after the usual delay. */
    void expect(Order order) {
        if (order.state() == Order.State.CREATED && order.outcome() != Outcome.NEVER) {
            threads.at(order.createdAt().plus(behaviour.delay()), Mono.defer(() -> approve(order.id())));
        }
    }

    Mono<Decision<JournalLine, Refusal>> approve(String orderId) {
        return act(orderId, Order::approved);
    }

    /** The payer agrees, and then his bank does not. */
    Mono<Decision<JournalLine, Refusal>> decline(String orderId) {
        return act(orderId, order -> order.meeting(Outcome.DECLINED).approved());
    }

    private Mono<Decision<JournalLine, Refusal>> act(String orderId, UnaryOperator<Order> what) {
        return desk.change(() -> state.order(orderId)
                .map(order -> approved(order, what))
                .orElseGet(() -> Refusal.refuse(Issue.INVALID_RESOURCE_ID)));
    }

    private Decision<JournalLine, Refusal> approved(Order order, UnaryOperator<Order> what) {
        if (order.state() != Order.State.CREATED) {
            return Decision.granted(JournalLine.of(order));
        }
        Order approved = what.apply(order);
        return Decision.granted(JournalLine.of(approved).with(webhooks.approved(approved, clock.instant())));
    }
}
