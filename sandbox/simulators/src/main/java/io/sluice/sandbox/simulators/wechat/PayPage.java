package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.http.Html;
import io.sluice.sandbox.simulators.http.PayersOrder;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.wechat.model.Order;
import io.sluice.sandbox.simulators.wechat.model.OrderKey;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * Where the payer meets the order: a page to pay, to be declined or to walk away from. A {@code weixin://} code leads to the wallet and to no
 * browser; a person finds the page from the simulator's front page.
 */
record PayPage(State state, Payer payer, Threads threads, InstantSource clock) {
    static final String TITLE = "WeChat Pay simulator";
    private static final String PAY = "/pay/";

    void addTo(HttpServerRoutes routes) {
        routes.get(PAY + "{token}", this::show).post(PAY + "{token}/{act}", this::act);
    }

    /** Newest first. */
    Stream<PayersOrder> all() {
        return state.orders.values().stream()
                .sorted(Comparator.comparing(Order::createdAt).reversed())
                .map(this::seen);
    }

    private PayersOrder seen(Order kept) {
        Order order = kept.seenAt(clock.instant());
        String page = PAY + order.token();
        return new PayersOrder(
                order.terms().outTradeNo(),
                BigDecimal.valueOf(order.terms().totalFen(), 2).toPlainString() + " CNY",
                order.terms().description(),
                order.state().name(),
                order.isPayable(),
                page,
                page + "/");
    }

    private Publisher<Void> show(HttpServerRequest request, HttpServerResponse response) {
        return found(request)
                .<Publisher<Void>>map(
                        order -> Html.send(response, TITLE, seen(order).asking()))
                .orElseGet(response::sendNotFound);
    }

    private Optional<Order> found(HttpServerRequest request) {
        return state.ofToken(Objects.requireNonNullElse(request.param("token"), ""));
    }

    private Publisher<Void> act(HttpServerRequest request, HttpServerResponse response) {
        String act = Objects.requireNonNullElse(request.param("act"), "");
        return found(request)
                .<Publisher<Void>>map(order -> carryOut(act, order.terms().key())
                        .subscribeOn(threads.workers())
                        .flatMap(words -> Html.send(response, TITLE, now(order).after(words))))
                .orElseGet(response::sendNotFound);
    }

    private PayersOrder now(Order before) {
        return seen(state.ofToken(before.token()).orElse(before));
    }

    private Mono<String> carryOut(String act, OrderKey key) {
        return switch (act) {
            case "pay" -> payer.pay(key).map(done -> words(done, "Paid."));
            case "decline" -> payer.decline(key).map(done -> words(done, "Your bank declined."));
            default -> Mono.just("You walked away.");
        };
    }

    private static String words(Decision<JournalLine, Refusal> decision, String done) {
        return decision.either(line -> done, Refusal::message);
    }
}
