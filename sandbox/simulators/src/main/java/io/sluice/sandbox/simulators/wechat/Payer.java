package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.callback.CallbackSender;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.Decision.Granted;
import io.sluice.sandbox.simulators.wechat.model.ErrorCode;
import io.sluice.sandbox.simulators.wechat.model.Order;
import io.sluice.sandbox.simulators.wechat.model.OrderKey;
import io.sluice.sandbox.simulators.wechat.model.Outcome;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import io.sluice.sandbox.simulators.wechat.model.TradeState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Pays and declines orders, by schedule or by hand. */
final class Payer {
    private static final int TIMES_LATER = 12;

    private final Orders orders;
    private final Behaviour<Outcome> behaviour;
    private final Callbacks callbacks;
    private final CallbackSender sender;
    private final Threads threads;
    private final InstantSource clock;

    Payer(
            Orders orders,
            Behaviour<Outcome> behaviour,
            Callbacks callbacks,
            CallbackSender sender,
            Threads threads,
            InstantSource clock) {
        this.orders = orders;
        this.behaviour = behaviour;
        this.callbacks = callbacks;
        this.sender = sender;
        this.threads = threads;
        this.clock = clock;
    }

    /** Lets the payer of a new order act after the usual delay. */
    void expect(Order order) {
        if (order.state() == TradeState.NOTPAY
                && order.outcome() != Outcome.NEVER
                && order.outcome() != Outcome.PAID_AFTER_CLOSE) {
            OrderKey key = order.terms().key();
            Mono<?> act = order.outcome() == Outcome.DECLINED ? decline(key) : pay(key);
            threads.at(order.createdAt().plus(delay(order)), act);
        }
    }

    /** Some payers were on their way when their order was closed. */
    void closed(@Nullable Order order) {
        if (order != null && order.isPaidAfterClose()) {
            threads.at(
                    clock.instant().plus(behaviour.delay()), pay(order.terms().key()));
        }
    }

    private Duration delay(Order order) {
        return order.outcome() == Outcome.CHARGED_LATE
                ? behaviour.delay().multipliedBy(TIMES_LATER)
                : behaviour.delay();
    }

    Mono<Decision<JournalLine, Refusal>> pay(OrderKey key) {
        return orders.change(key, order -> existing(order).then(this::charge)).doOnNext(this::follow);
    }

    Mono<Decision<JournalLine, Refusal>> decline(OrderKey key) {
        return orders.change(
                key,
                order -> existing(order)
                        .then(open -> open.declined(clock.instant()))
                        .then(declined -> Decision.granted(JournalLine.of(declined))));
    }

    private Decision<JournalLine, Refusal> charge(Order order) {
        Instant now = clock.instant();
        String transaction = Ids.transaction(now);
        return order.paid(transaction, now)
                .then(paid -> Decision.granted(JournalLine.of(paid)
                        .with(paid.chargeBooked(transaction, now))
                        .with(callbacks.ofPayment(paid, now))));
    }

    private void follow(Decision<JournalLine, Refusal> decision) {
        if (decision instanceof Granted<JournalLine, Refusal>(JournalLine line)) {
            line.following().forEach(sender::send);
        }
    }

    private static Decision<Order, Refusal> existing(@Nullable Order order) {
        return order == null
                ? Refusal.refuse(ErrorCode.ORDER_NOT_EXIST, "The merchant has no order with this number")
                : Decision.granted(order);
    }
}
