package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.Play;
import io.sluice.sandbox.simulators.paypal.Desk.Done;
import io.sluice.sandbox.simulators.paypal.model.Issue;
import io.sluice.sandbox.simulators.paypal.model.Order;
import io.sluice.sandbox.simulators.paypal.model.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Querying, capturing and voiding authorizations; querying and refunding captures; querying refunds. */
final class PaymentEndpoints {
    private final State state;
    private final Desk desk;
    private final Documents documents;
    private final Movements movements;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    PaymentEndpoints(State state, Desk desk, Documents documents, Movements movements) {
        this.state = state;
        this.desk = desk;
        this.documents = documents;
        this.movements = movements;
    }

    private Optional<Order> own(Call call) {
        return state.orderOfPart(call.id())
                .filter(order -> order.terms().payee().equals(call.merchant().payee()));
    }

    Mono<Answer> authorization(Call call) {
        return query(
                call,
                order -> order.authorization() != null
                                && order.authorization().id().equals(call.id())
                        ? Optional.of(documents.authorization(order, order.authorization()))
                        : Optional.empty());
    }

    Mono<Answer> capture(Call call) {
        return query(call, order -> order.capture(call.id()).map(one -> documents.capture(order, one)));
    }

    Mono<Answer> refund(Call call) {
        return query(call, order -> order.refund(call.id()).map(one -> documents.refund(order, one)));
    }

    private Mono<Answer> query(Call call, Function<Order, Optional<ObjectNode>> view) {
        return own(call)
                .flatMap(view)
                .map(document -> state.settled().thenReturn(Answer.ok(document)))
                .orElseGet(() -> Mono.just(Answers.error(Issue.INVALID_RESOURCE_ID)));
    }

    Mono<Answer> captureAuthorization(Call call) {
        return move(
                call,
                order -> movements.capture(call, order),
                (order, id) -> documents.capture(order, order.capture(id).orElseThrow()));
    }

    Mono<Answer> refundCapture(Call call) {
        return move(
                call,
                order -> movements.refund(call, order),
                (order, id) -> documents.refund(order, order.refund(id).orElseThrow()));
    }

    Mono<Answer> voidAuthorization(Call call) {
        if (own(call).isEmpty()) {
            return Mono.just(Answers.error(Issue.INVALID_RESOURCE_ID));
        }
        return desk.once(
                        call,
                        () -> own(call)
                                .map(order -> movements.release(call, order))
                                .orElseThrow())
                .map(decision -> Answers.of(decision, done -> released(call)));
    }

    private Answer released(Call call) {
        Order order = own(call).orElseThrow();
        return call.asksForAll() && order.authorization() != null
                ? Answer.ok(documents.authorization(order, order.authorization()))
                : Answer.noContent();
    }

    private Mono<Answer> move(
            Call call,
            Function<Order, Decision<JournalLine, Refusal>> step,
            BiFunction<Order, String, ObjectNode> view) {
        if (own(call).isEmpty()) {
            return Mono.just(Answers.error(Issue.INVALID_RESOURCE_ID));
        }
        Play play = Play.markedIn(Fields.text(call.body(), "note_to_payer"));
        boolean first = asked.add(call.key());
        if (play == Play.TIMEOUT_NOT_DONE && first) {
            return Mono.just(Answer.NEVER);
        }
        Mono<Answer> moved = desk.once(call, () -> step.apply(own(call).orElseThrow()))
                .map(decision -> Answers.of(decision, done -> made(call, done, view)));
        return Mono.fromFuture(moved::toFuture, true)
                .map(answer -> play == Play.TIMEOUT_DONE && first ? Answer.NEVER : answer);
    }

    private Answer made(Call call, Done done, BiFunction<Order, String, ObjectNode> view) {
        Order order = state.order(done.request().orderId()).orElseThrow();
        ObjectNode document = view.apply(order, done.request().resource());
        return Answer.of(done.repeated() ? 200 : 201, call.asksForAll() ? document : Documents.minimal(document));
    }
}
