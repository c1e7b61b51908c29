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
import io.sluice.sandbox.simulators.wechat.model.Refund;
import io.sluice.sandbox.simulators.wechat.model.RefundKey;
import io.sluice.sandbox.simulators.wechat.model.RefundOutcome;
import io.sluice.sandbox.simulators.wechat.model.RefundState;
import io.sluice.sandbox.simulators.wechat.model.RefundTerms;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Accepts refunds and ends them; each is a change of its order, so all refunds of an order queue behind one another. */
final class Refunds {
    /** A refund bounces after so many times the payer's delay. */
    private static final int RETURNS_AFTER = 6;

    private final State state;
    private final Orders orders;
    private final Behaviour<Outcome> behaviour;
    private final Callbacks callbacks;
    private final CallbackSender sender;
    private final Threads threads;
    private final InstantSource clock;

    Refunds(
            State state,
            Orders orders,
            Behaviour<Outcome> behaviour,
            Callbacks callbacks,
            CallbackSender sender,
            Threads threads,
            InstantSource clock) {
        this.state = state;
        this.orders = orders;
        this.behaviour = behaviour;
        this.callbacks = callbacks;
        this.sender = sender;
        this.threads = threads;
        this.clock = clock;
    }

    Mono<Decision<Refund, Refusal>> accept(RefundTerms terms) {
        OrderKey key = orderOf(terms);
        if (key == null) {
            return Mono.just(missing("The merchant has no order with this number"));
        }
        Mono<Decision<Refund, Refusal>> accepting =
                orders.change(key, order -> reserve(terms, order)).map(line -> line.then(this::begin));
        // A client that leaves does not keep a refund that was taken on from its end.
        return Mono.fromFuture(accepting::toFuture, true);
    }

    Mono<Decision<Refund, Refusal>> find(RefundKey key) {
        Refund refund = state.refunds.get(key);
        return refund == null ? Mono.just(missing("There is no refund with this number")) : found(refund);
    }

    private Mono<Decision<Refund, Refusal>> found(Refund refund) {
        return orders.settled(Decision.granted(refund));
    }

    private @Nullable OrderKey orderOf(RefundTerms terms) {
        OrderKey byTransaction = terms.transactionId() == null ? null : state.transactions.get(terms.transactionId());
        if (terms.outTradeNo() != null) {
            return new OrderKey(terms.mchid(), terms.outTradeNo());
        }
        return byTransaction != null && byTransaction.mchid().equals(terms.mchid()) ? byTransaction : null;
    }

    private Decision<JournalLine, Refusal> reserve(RefundTerms terms, @Nullable Order order) {
        if (order == null) {
            return missing("The merchant has no order with this number");
        }
        Refund known = state.refunds.get(terms.key());
        if (known != null) {
            return known.askedAgain(terms).then(same -> Decision.granted(JournalLine.of(same)));
        }
        if (terms.totalFen() != order.terms().totalFen()) {
            return Refusal.refuse(
                    ErrorCode.INVALID_REQUEST,
                    "amount.total must be the order's total of " + order.terms().totalFen());
        }
        return order.refundReserved(terms.refundFen()).then(reserved -> number(terms, reserved));
    }

    /** Gives the refund its number; whoever comes second with the same one repeats the first or is refused. */
    private Decision<JournalLine, Refusal> number(RefundTerms terms, Order reserved) {
        Instant now = clock.instant();
        Refund refund = Refund.accepted(terms, reserved, Ids.refund(now), now);
        Refund first = state.refunds.putIfAbsent(terms.key(), refund);
        return first == null
                ? Decision.granted(JournalLine.of(reserved, refund))
                : first.askedAgain(terms).then(same -> Decision.granted(JournalLine.of(same)));
    }

    private Decision<Refund, Refusal> begin(JournalLine line) {
        Refund refund = line.refund();
        if (refund == null) {
            return missing("There is no refund with this number");
        }
        if (line.order() != null) {
            expect(refund);
        }
        return Decision.granted(refund);
    }

    /** Lets an accepted refund end after the usual delay, as its reason says. */
    void expect(Refund refund) {
        RefundOutcome outcome = RefundOutcome.markedIn(refund.terms().reason());
        RefundState end = outcome.end();
        if (refund.state() == RefundState.PROCESSING && end != RefundState.PROCESSING) {
            threads.at(refund.createdAt().plus(behaviour.delay()), end(refund, end));
        }
        if (outcome == RefundOutcome.RETURNED && refund.state() != RefundState.CLOSED) {
            threads.at(refund.createdAt().plus(behaviour.delay().multipliedBy(RETURNS_AFTER)), bounce(refund));
        }
    }

    private Mono<?> bounce(Refund refund) {
        return orders.change(refund.order(), order -> bounce(order, refund)).doOnNext(this::follow);
    }

    private Decision<JournalLine, Refusal> bounce(@Nullable Order order, Refund accepted) {
        Refund current = state.refunds.getOrDefault(accepted.terms().key(), accepted);
        if (order == null || current.state() != RefundState.SUCCESS) {
            return Decision.granted(JournalLine.NONE);
        }
        Instant now = clock.instant();
        Refund bounced = current.returned();
        return Decision.granted(
                JournalLine.of(order.refundReleased(bounced.terms().refundFen()), bounced)
                        .with(callbacks.ofRefund(bounced, now))
                        .with(bounced.booked(now).returned(now)));
    }

    private Mono<?> end(Refund refund, RefundState end) {
        return orders.change(refund.order(), order -> end(order, refund, end)).doOnNext(this::follow);
    }

    private Decision<JournalLine, Refusal> end(@Nullable Order order, Refund accepted, RefundState end) {
        Refund current = state.refunds.getOrDefault(accepted.terms().key(), accepted);
        if (order == null || current.state() != RefundState.PROCESSING) {
            return Decision.granted(JournalLine.NONE);
        }
        Instant now = clock.instant();
        Refund ended = current.ended(end, now);
        Order after =
                end == RefundState.CLOSED ? order.refundReleased(ended.terms().refundFen()) : order;
        var line = JournalLine.of(after, ended).with(callbacks.ofRefund(ended, now));
        return Decision.granted(end == RefundState.SUCCESS ? line.with(ended.booked(now)) : line);
    }

    private void follow(Decision<JournalLine, Refusal> decision) {
        if (decision instanceof Granted<JournalLine, Refusal>(JournalLine line)) {
            line.following().forEach(sender::send);
        }
    }

    private static <T> Decision<T, Refusal> missing(String what) {
        return Refusal.refuse(ErrorCode.RESOURCE_NOT_EXISTS, what);
    }
}
