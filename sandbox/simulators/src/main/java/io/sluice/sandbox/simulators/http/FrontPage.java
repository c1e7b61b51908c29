package io.sluice.sandbox.simulators.http;

import io.sluice.sandbox.simulators.Threads;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import tools.jackson.databind.JsonNode;

/**
 * A simulator for people, at {@code /}: the orders that can be paid now, with what their payers can do, and the channel's book.
 *
 * @param orders newest first, whether they can be paid or not; taken anew each time
 * @param book as the control API shows it
 */
public record FrontPage(String title, Supplier<Stream<PayersOrder>> orders, Supplier<JsonNode> book, Threads threads) {
    private static final int MOST = 100;
    private static final List<String> HEADS = List.of("order", "amount", "about", "state", "");

    public void addTo(HttpServerRoutes routes) {
        routes.get("/", this::show);
    }

    private Publisher<Void> show(HttpServerRequest request, HttpServerResponse response) {
        return Mono.fromCallable(this::body)
                .subscribeOn(threads.workers())
                .flatMap(body -> Html.send(response, title, body));
    }

    String body() {
        List<List<String>> rows = orders.get()
                .filter(PayersOrder::open)
                .limit(MOST)
                .map(PayersOrder::row)
                .toList();
        return "<h1>" + Html.escaped(title) + "</h1>\n<h2>Orders that wait for their payers</h2>\n"
                + (rows.isEmpty() ? "<p>None.</p>\n" : Html.table(HEADS, rows))
                + "<h2>The book</h2>\n<p>Amounts in minor units. The same as JSON: "
                + Html.link("/_sim/book", "/_sim/book") + "</p>\n" + BookTables.of(book.get());
    }
}
