package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.book.BookView;
import io.sluice.sandbox.simulators.book.model.BookEntry;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.ControlRequest;
import io.sluice.sandbox.simulators.keys.PlatformKeys;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.wechat.model.ErrorCode;
import io.sluice.sandbox.simulators.wechat.model.Order;
import io.sluice.sandbox.simulators.wechat.model.OrderKey;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import io.sluice.sandbox.simulators.wechat.wire.Answers;
import io.sluice.sandbox.simulators.wechat.wire.Documents;
import java.time.InstantSource;
import java.util.Collection;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What people and tests do to the simulator's orders, under {@code /_sim}. */
final class Control {
    private final State state;
    private final Collection<String> merchants;
    private final Payer payer;
    private final PlatformKeys keys;
    private final Threads threads;
    private final InstantSource clock;

    Control(
            State state,
            Collection<String> merchants,
            Payer payer,
            PlatformKeys keys,
            Threads threads,
            InstantSource clock) {
        this.state = state;
        this.merchants = merchants;
        this.payer = payer;
        this.keys = keys;
        this.threads = threads;
        this.clock = clock;
    }

    Mono<Answer> book(ControlRequest request) {
        return Mono.fromCallable(() -> Answer.ok(book())).subscribeOn(threads.workers());
    }

    JsonNode book() {
        return BookView.of(state.book(), this::stateOf);
    }

    private String stateOf(BookEntry charge) {
        Order order = state.orders.get(new OrderKey(charge.mchid(), charge.outTradeNo()));
        return order == null ? "" : order.state().name();
    }

    /** {@code ?subject=} narrows the log to one out_trade_no or out_refund_no. */
    Mono<Answer> callbacks(ControlRequest request) {
        return Mono.just(Answer.ok(state.outbox.view(request.query().apply("subject"))));
    }

    Mono<Answer> order(ControlRequest request) {
        Order order = state.orders.get(key(request));
        return Mono.just(
                order == null
                        ? Answers.error(ErrorCode.ORDER_NOT_EXIST, "No merchant has an order " + request.number())
                        : Answer.ok(view(order)));
    }

    private JsonNode view(Order order) {
        return Documents.transaction(order.seenAt(clock.instant()))
                .put("outcome", order.outcome().label())
                .put("asked", order.asked())
                .put("refunded", order.refundedFen());
    }

    Mono<Answer> pay(ControlRequest request) {
        return payer.pay(key(request)).map(this::changed);
    }

    Mono<Answer> decline(ControlRequest request) {
        return payer.decline(key(request)).map(this::changed);
    }

    private Answer changed(Decision<JournalLine, Refusal> decision) {
        return Answers.of(decision, line -> line.order() == null ? Answer.noContent() : Answer.ok(view(line.order())));
    }

    Mono<Answer> rotate(ControlRequest request) {
        return Mono.fromCallable(() -> Answer.ok(Json.MAPPER
                        .createObjectNode()
                        .put("serial_no", keys.rotate().serial())))
                .subscribeOn(threads.workers());
    }

    /** The number among the named merchant's orders, or else among those of the first merchant who has it. */
    private OrderKey key(ControlRequest request) {
        String named = request.query().apply("mchid");
        return merchants.stream()
                .filter(mchid -> named.isEmpty() || named.equals(mchid))
                .map(mchid -> new OrderKey(mchid, request.number()))
                .filter(state.orders::containsKey)
                .findFirst()
                .orElse(new OrderKey(named, request.number()));
    }
}
