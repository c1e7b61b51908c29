package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.wechat.keys.PlatformKeys;
import io.sluice.sandbox.simulators.wechat.model.Decision;
import io.sluice.sandbox.simulators.wechat.model.ErrorCode;
import io.sluice.sandbox.simulators.wechat.model.Order;
import io.sluice.sandbox.simulators.wechat.model.OrderKey;
import io.sluice.sandbox.simulators.wechat.model.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What people and tests do to the simulator, under {@code /_sim}. */
final class Control {
    private final State state;
    private final Collection<String> merchants;
    private final Behaviour behaviour;
    private final Faults faults;
    private final Payer payer;
    private final PlatformKeys keys;
    private final Threads threads;
    private final InstantSource clock;

    /** A request of the control API: a number from the path or an empty text, a query's first value, the body. */
    record Request(String number, Function<String, String> query, Fields body) {}

    Control(
            State state,
            Collection<String> merchants,
            Behaviour behaviour,
            Faults faults,
            Payer payer,
            PlatformKeys keys,
            Threads threads,
            InstantSource clock) {
        this.state = state;
        this.merchants = merchants;
        this.behaviour = behaviour;
        this.faults = faults;
        this.payer = payer;
        this.keys = keys;
        this.threads = threads;
        this.clock = clock;
    }

    Mono<Answer> outcomes(Request request) {
        var list = Json.MAPPER.createArrayNode();
        for (Outcome outcome : Outcome.values()) {
            list.addObject().put("name", outcome.label()).put("description", outcome.description());
        }
        return Mono.just(Answer.ok(list));
    }

    Mono<Answer> book(Request request) {
        return Mono.fromCallable(() -> Answer.ok(BookView.of(state))).subscribeOn(threads.workers());
    }

    /** {@code ?subject=} narrows the log to one out_trade_no or out_refund_no. */
    Mono<Answer> callbacks(Request request) {
        String subject = request.query().apply("subject");
        var answer = Json.MAPPER.createObjectNode().put("pending", state.pending.size());
        answer.set("deliveries", Json.MAPPER.valueToTree(state.deliveries.about(subject.isEmpty() ? null : subject)));
        return Mono.just(Answer.ok(answer));
    }

    Mono<Answer> order(Request request) {
        Order order = state.orders.get(key(request));
        return Mono.just(
                order == null
                        ? Answer.error(ErrorCode.ORDER_NOT_EXIST, "No merchant has an order " + request.number())
                        : Answer.ok(view(order)));
    }

    private JsonNode view(Order order) {
        return Documents.transaction(order.seenAt(clock.instant()))
                .put("outcome", order.outcome().label())
                .put("asked", order.asked())
                .put("refunded", order.refundedFen());
    }

    Mono<Answer> pay(Request request) {
        return payer.pay(key(request)).map(this::changed);
    }

    Mono<Answer> decline(Request request) {
        return payer.decline(key(request)).map(this::changed);
    }

    private Answer changed(Decision<JournalLine> decision) {
        return Answer.of(decision, line -> line.order() == null ? Answer.noContent() : Answer.ok(view(line.order())));
    }

    Mono<Answer> seeBehaviour(Request request) {
        return Mono.just(Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("outcome", behaviour.usual().label())
                .put("delay_ms", behaviour.delay().toMillis())));
    }

    /** {@code {"outcome": NAME, "delay_ms": N}}, either of them; for one number only the outcome. */
    Mono<Answer> setBehaviour(Request request) {
        var fields = request.body();
        String label = fields.optionalText("/outcome", 32);
        if (label != null) {
            Outcome.ofLabel(label)
                    .ifPresentOrElse(
                            outcome -> choose(request.number(), outcome),
                            () -> fields.refuse("/outcome", "There is no such outcome, see /_sim/outcomes"));
        }
        JsonNode delay = fields.root().at("/delay_ms");
        if (delay.isIntegralNumber()) {
            behaviour.delay(Duration.ofMillis(delay.longValue()));
        }
        return decided(fields, () -> seeBehaviour(request));
    }

    private void choose(String number, Outcome outcome) {
        if (number.isEmpty()) {
            behaviour.usually(outcome);
        } else {
            behaviour.choose(number, outcome);
        }
    }

    Mono<Answer> seeFaults(Request request) {
        var answer = Json.MAPPER
                .createObjectNode()
                .put("latency_ms", faults.latency().toMillis());
        for (Fault fault : Fault.values()) {
            answer.put(fault.label(), faults.left(fault));
        }
        return Mono.just(Answer.ok(answer));
    }

    /** {@code {"latency_ms": N, "drop_connection": TIMES, …}}; a negative TIMES strikes until it is set again. */
    Mono<Answer> setFaults(Request request) {
        var fields = request.body();
        JsonNode latency = fields.root().at("/latency_ms");
        if (latency.isIntegralNumber()) {
            faults.latency(Duration.ofMillis(latency.longValue()));
        }
        for (Fault fault : Fault.values()) {
            JsonNode times = fields.root().path(fault.label());
            if (times.isIntegralNumber()) {
                faults.set(fault, times.intValue());
            }
        }
        return decided(fields, () -> seeFaults(request));
    }

    Mono<Answer> rotate(Request request) {
        return Mono.fromCallable(() -> Answer.ok(Json.MAPPER
                        .createObjectNode()
                        .put("serial_no", keys.rotate().serial())))
                .subscribeOn(threads.workers());
    }

    private static Mono<Answer> decided(Fields fields, Supplier<Mono<Answer>> answer) {
        return switch (fields.decide(() -> "")) {
            case Decision.Granted<String> granted -> answer.get();
            case Decision.Refused<String> refused -> Mono.just(Answer.error(refused.refusal()));
        };
    }

    /** The number among the named merchant's orders, or else among those of the first merchant who has it. */
    private OrderKey key(Request request) {
        String named = request.query().apply("mchid");
        return merchants.stream()
                .filter(mchid -> named.isEmpty() || named.equals(mchid))
                .map(mchid -> new OrderKey(mchid, request.number()))
                .filter(state.orders::containsKey)
                .findFirst()
                .orElse(new OrderKey(named, request.number()));
    }
}
