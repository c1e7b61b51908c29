package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.Decision.Granted;
import io.sluice.sandbox.simulators.wechat.model.ErrorCode;
import io.sluice.sandbox.simulators.wechat.model.Order;
import io.sluice.sandbox.simulators.wechat.model.OrderKey;
import io.sluice.sandbox.simulators.wechat.model.OrderTerms;
import io.sluice.sandbox.simulators.wechat.model.Outcome;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import io.sluice.sandbox.simulators.wechat.model.TradeType;
import io.sluice.sandbox.simulators.wechat.wire.Answers;
import io.sluice.sandbox.simulators.wechat.wire.Documents;
import io.sluice.sandbox.simulators.wechat.wire.Endpoint;
import io.sluice.sandbox.simulators.wechat.wire.Fields;
import io.sluice.sandbox.simulators.wechat.wire.OrderReader;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Ordering, querying and closing. */
final class OrderEndpoints {
    private final State state;
    private final Orders orders;
    private final Behaviour<Outcome> behaviour;
    private final Payer payer;
    private final InstantSource clock;

    OrderEndpoints(State state, Orders orders, Behaviour<Outcome> behaviour, Payer payer, InstantSource clock) {
        this.state = state;
        this.orders = orders;
        this.behaviour = behaviour;
        this.payer = payer;
        this.clock = clock;
    }

    Mono<Answer> order(Endpoint.Call call) {
        return TradeType.ofPath(call.parameter("type"))
                .map(type ->
                        OrderReader.read(call.merchant(), type, call.request().body(), clock.instant()))
                .map(this::order)
                .orElseGet(() -> Mono.just(Answers.error(ErrorCode.RESOURCE_NOT_EXISTS, "There is no such interface")));
    }

    private Mono<Answer> order(Decision<OrderTerms, Refusal> read) {
        return switch (read) {
            case Granted<OrderTerms, Refusal>(OrderTerms terms) ->
                order(terms, behaviour.of(terms.outTradeNo(), terms.totalFen(), terms.attach(), terms.description()));
            case Decision.Refused<OrderTerms, Refusal>(Refusal refusal) -> Mono.just(Answers.error(refusal));
        };
    }

    private Mono<Answer> order(OrderTerms terms, Outcome outcome) {
        if (outcome == Outcome.TIMEOUT_NOT_CHARGED) {
            return Mono.just(Answer.NEVER);
        }
        Mono<Answer> placing = orders.change(terms.key(), current -> place(current, terms, outcome))
                .map(decision -> Answers.of(decision, this::accepted));
        // A client that leaves does not keep an order that was taken from its payer.
        return Mono.fromFuture(placing::toFuture, true);
    }

    private Decision<JournalLine, Refusal> place(@Nullable Order current, OrderTerms terms, Outcome outcome) {
        Decision<Order, Refusal> placed = current == null
                ? Decision.granted(Order.placed(terms, Ids.token(), outcome, clock.instant()))
                : current.askedAgain(terms, clock.instant());
        return placed.then(order -> Decision.granted(JournalLine.of(order)));
    }

    private Answer accepted(JournalLine line) {
        Order order = line.order();
        if (order == null) {
            throw new IllegalStateException("An accepted order must be in its line");
        }
        if (order.asked() == 1) {
            payer.expect(order);
        }
        return answer(order, Answer.ok(Documents.accepted(order)));
    }

    /** The first answers to some orders go astray; a repetition gets through. */
    private static Answer answer(Order order, Answer right) {
        return switch (order.outcome()) {
            case TIMEOUT_CHARGED, CHARGED_LATE -> order.asked() == 1 ? Answer.NEVER : right;
            case ERROR_AFTER ->
                order.asked() == 1 ? Answers.error(ErrorCode.SYSTEM_ERROR, "Something broke, try again") : right;
            case GARBAGE ->
                switch (order.asked()) {
                    case 1 -> right.in(Answer.Manner.UNREADABLE);
                    case 2 -> right.in(Answer.Manner.FORGED);
                    default -> right;
                };
            case APPROVED,
                    DECLINED,
                    LATE,
                    NEVER,
                    SILENT,
                    DUPLICATE,
                    OUT_OF_ORDER,
                    PROBE,
                    TIMEOUT_NOT_CHARGED,
                    PAID_AFTER_CLOSE,
                    WRONG_AMOUNT -> right;
        };
    }

    Mono<Answer> queryByNumber(Endpoint.Call call) {
        return query(call, new OrderKey(call.merchant().mchid(), call.parameter("no")));
    }

    Mono<Answer> queryByTransaction(Endpoint.Call call) {
        return query(call, state.transactions.get(call.parameter("id")));
    }

    private Mono<Answer> query(Endpoint.Call call, @Nullable OrderKey key) {
        if (!call.query("mchid").equals(call.merchant().mchid())) {
            return Mono.just(Answers.error(wrongMerchant("mchid")));
        }
        Order order = key == null ? null : state.orders.get(key);
        boolean own = key != null && key.mchid().equals(call.merchant().mchid());
        return order == null || !own
                ? Mono.just(Answers.error(ErrorCode.ORDER_NOT_EXIST, "The merchant has no such order"))
                : orders.settled(Answer.ok(Documents.transaction(order.seenAt(clock.instant()))));
    }

    Mono<Answer> close(Endpoint.Call call) {
        var fields = Fields.of(call.request().body());
        if (!fields.text("/mchid", 32).equals(call.merchant().mchid())) {
            return Mono.just(Answers.error(wrongMerchant("/mchid")));
        }
        var key = new OrderKey(call.merchant().mchid(), call.parameter("no"));
        return orders.change(key, this::close)
                .doOnNext(closed -> payer.closed(state.orders.get(key)))
                .map(decision -> Answers.of(decision, line -> Answer.noContent()));
    }

    private Decision<JournalLine, Refusal> close(@Nullable Order order) {
        return order == null
                ? Refusal.refuse(ErrorCode.ORDER_NOT_EXIST, "The merchant has no such order")
                : order.closed(clock.instant()).then(closed -> Decision.granted(JournalLine.of(closed)));
    }

    private static Refusal wrongMerchant(String field) {
        return Refusal.parameter(field, "mchid must be the merchant who signed the request");
    }
}
