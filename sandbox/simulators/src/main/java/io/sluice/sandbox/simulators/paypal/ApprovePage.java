package io.sluice.sandbox.simulators.paypal;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.http.Html;
import io.sluice.sandbox.simulators.http.PayersOrder;
import io.sluice.sandbox.simulators.paypal.model.Order;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Where the payer meets the order: a page to pay, to be declined or to walk away from. */
final class ApprovePage {
    static final String TITLE = "PayPal simulator";

    private final State state;
    private final Payer payer;
    private final Threads threads;

    ApprovePage(State state, Payer payer, Threads threads) {
        this.state = state;
        this.payer = payer;
        this.threads = threads;
    }

    Publisher<Void> show(HttpServerRequest request, HttpServerResponse response) {
        var query = new QueryStringDecoder(request.uri()).parameters();
        String id = query.getOrDefault("token", List.of("")).getFirst();
        return state.order(id)
                .map(order -> Html.send(response, TITLE, seen(order).asking()))
                .orElseGet(response::sendNotFound);
    }

    /** Newest first. */
    Stream<PayersOrder> all() {
        return state.orders().reversed().stream().map(ApprovePage::seen);
    }

    private static PayersOrder seen(Order order) {
        var amount = order.terms().amount();
        return new PayersOrder(
                order.id(),
                amount.value() + " " + amount.currency(),
                Objects.requireNonNullElse(order.terms().description(), ""),
                order.state().name(),
                order.state() == Order.State.CREATED,
                "/checkoutnow?token=" + order.id(),
                "/checkoutnow/" + order.id() + "/");
    }

    /** Acts, and sends the payer back to the merchant; where he named no address, back to the order. */
    Publisher<Void> act(HttpServerRequest request, HttpServerResponse response) {
        String id = Objects.requireNonNullElse(request.param("id"), "");
        String act = Objects.requireNonNullElse(request.param("act"), "");
        Optional<Order> order = state.order(id);
        if (order.isEmpty()) {
            return response.sendNotFound();
        }
        String back = back(order.get(), act);
        return Mono.defer(() -> carryOut(act, id))
                .subscribeOn(threads.workers())
                .then(Mono.defer(() -> response.sendRedirect(back)));
    }

    private static String back(Order order, String act) {
        String url =
                act.equals("leave") ? order.terms().cancelUrl() : order.terms().returnUrl();
        return url == null ? seen(order).page() : url + (url.contains("?") ? "&" : "?") + "token=" + order.id();
    }

    private Mono<?> carryOut(String act, String id) {
        return switch (act) {
            case "pay" -> payer.approve(id);
            case "decline" -> payer.decline(id);
            default -> Mono.empty();
        };
    }
}
