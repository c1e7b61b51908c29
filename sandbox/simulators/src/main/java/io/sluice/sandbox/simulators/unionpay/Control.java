package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.ControlRequest;
import io.sluice.sandbox.simulators.http.ControlRoutes;
import io.sluice.sandbox.simulators.model.Playable;
import io.sluice.sandbox.simulators.unionpay.book.Book;
import io.sluice.sandbox.simulators.unionpay.book.BookView;
import io.sluice.sandbox.simulators.unionpay.model.Code;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.time.InstantSource;
import java.util.Optional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What people and tests do to the simulator's orders, under {@code /_sim}. Orders go by the merchant's own numbers. */
record Control(Book book, Payer payer, ShortMessages messages, InstantSource clock) {

    void addTo(ControlRoutes routes) {
        routes.get("/book", this::view)
                .get("/callbacks", this::callbacks)
                .get("/messages", this::messages)
                .get("/codes", request -> codes())
                .get("/bindings", request -> bindings())
                .get("/orders/{no}", this::order)
                .post("/orders/{no}/pay", request -> end(request, ResponseCode.SUCCESS))
                .post("/orders/{no}/decline", request -> end(request, ResponseCode.ISSUER));
    }

    private Mono<Answer> view(ControlRequest request) {
        return Mono.fromCallable(() -> Answer.ok(BookView.of(book.all())));
    }

    /** {@code ?subject=} narrows the log to one number. */
    private Mono<Answer> callbacks(ControlRequest request) {
        return Mono.just(Answer.ok(book.notices().view(request.query().apply("subject"))));
    }

    /** {@code ?bind_id=} narrows them to one agreement. */
    private Mono<Answer> messages(ControlRequest request) {
        return Mono.just(Answer.ok(messages.view(request.query().apply("bind_id"))));
    }

    /** What each code brings about. */
    private static Mono<Answer> codes() {
        var view = Json.MAPPER.createObjectNode();
        var codes = view.putArray("codes");
        for (Code code : Code.values()) {
            codes.addObject().put("code", code.digits()).put("description", code.description());
        }
        return Mono.just(Answer.ok(view));
    }

    private Mono<Answer> bindings() {
        var view = Json.MAPPER.createObjectNode();
        var bindings = view.putArray("bindings");
        book.bindings()
                .forEach(binding -> bindings.addObject()
                        .put("mer_id", binding.merId())
                        .put("bind_id", binding.bindId())
                        .put("card", binding.card())
                        .put("since", binding.since().toString())
                        .put("over", binding.over()));
        return Mono.just(Answer.ok(view));
    }

    private Mono<Answer> order(ControlRequest request) {
        return Mono.just(book.numbered(request.number())
                .map(order -> Answer.ok(shown(order.seenAt(clock.instant()))))
                .orElseGet(Control::absent));
    }

    private static JsonNode shown(Transaction order) {
        var view = Json.MAPPER
                .createObjectNode()
                .put("order_id", order.key().orderId())
                .put("txn_time", order.key().txnTime())
                .put("kind", order.kind().name())
                .put("query_id", order.queryId())
                .put("amount", order.fen())
                .put("code", order.code().code())
                .put("state", order.code().name());
        Optional<Playable> playing =
                Optional.<Playable>ofNullable(order.outcome()).or(() -> Optional.ofNullable(order.play()));
        playing.ifPresent(one -> view.put("outcome", one.label()));
        return view;
    }

    private Mono<Answer> end(ControlRequest request, ResponseCode code) {
        return book.numbered(request.number())
                .map(order -> payer.end(order.key(), code).map(ended -> Answer.noContent()))
                .orElseGet(() -> Mono.just(absent()));
    }

    private static Answer absent() {
        return Answer.problem(404, "ABSENT", "There is no order with this number");
    }
}
