package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.ControlRequest;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.paypal.model.Issue;
import io.sluice.sandbox.simulators.paypal.model.Order;
import io.sluice.sandbox.simulators.paypal.model.Refusal;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people and tests do to the simulator's orders, under {@code /_sim}. Orders go by the merchant's own numbers. */
final class Control {
    private final State state;
    private final Payer payer;
    private final Documents documents;

    Control(State state, Payer payer, Documents documents) {
        this.state = state;
        this.payer = payer;
        this.documents = documents;
    }

    Mono<Answer> book(ControlRequest request) {
        return Mono.fromCallable(() -> Answer.ok(book()));
    }

    JsonNode book() {
        return BookView.of(state);
    }

    /** {@code ?subject=} narrows the log to one order, capture or refund by the merchant's own number. */
    Mono<Answer> callbacks(ControlRequest request) {
        return Mono.just(Answer.ok(state.outbox().view(request.query().apply("subject"))));
    }

    Mono<Answer> order(ControlRequest request) {
        return Mono.just(find(request)
                .map(order -> Answer.ok(view(order)))
                .orElseGet(() -> Answers.error(Issue.INVALID_RESOURCE_ID)));
    }

    private Optional<Order> find(ControlRequest request) {
        return state.orderOfNumber(request.number()).or(() -> state.order(request.number()));
    }

    private ObjectNode view(Order order) {
        return documents.order(order).put("outcome", order.outcome().label()).put("asked", order.asked());
    }

    Mono<Answer> pay(ControlRequest request) {
        return act(request, payer::approve);
    }

    Mono<Answer> decline(ControlRequest request) {
        return act(request, payer::decline);
    }

    private Mono<Answer> act(ControlRequest request, Function<String, Mono<Decision<JournalLine, Refusal>>> what) {
        return find(request)
                .map(order -> what.apply(order.id()).map(decision -> Answers.of(decision, line -> Answer.noContent())))
                .orElseGet(() -> Mono.just(Answers.error(Issue.INVALID_RESOURCE_ID)));
    }

    /** {@code {"url": …}}: where webhooks go from now on. */
    Mono<Answer> register(ControlRequest request) {
        String url = Fields.text(request.body(), "url");
        return url == null
                ? Mono.just(Answer.problem(400, "PARAM_ERROR", "'url' must say where webhooks go"))
                : state.happened(JournalLine.ofWebhookUrl(url)).thenReturn(Answer.noContent());
    }
}
