package io.sluice.sandbox.simulators.alipay;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.model.TradeKey;
import io.sluice.sandbox.simulators.alipay.trade.JournalLine;
import io.sluice.sandbox.simulators.alipay.trade.Payer;
import io.sluice.sandbox.simulators.alipay.trade.State;
import io.sluice.sandbox.simulators.alipay.wire.Yuan;
import io.sluice.sandbox.simulators.http.Html;
import io.sluice.sandbox.simulators.http.PayersOrder;
import io.sluice.sandbox.simulators.model.Decision;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Where the payer meets the trade: a page to pay, to be declined or to walk away from. */
final class PayPage {
    static final String TITLE = "Alipay simulator";

    private final State state;
    private final Payer payer;
    private final ReturnLink back;
    private final Threads threads;
    private final InstantSource clock;

    PayPage(State state, Payer payer, ReturnLink back, Threads threads, InstantSource clock) {
        this.state = state;
        this.payer = payer;
        this.back = back;
        this.threads = threads;
        this.clock = clock;
    }

    /** Whoever sees it has met the trade. */
    Publisher<Void> show(HttpServerRequest request, HttpServerResponse response) {
        return found(request)
                .<Publisher<Void>>map(trade -> payer.meet(trade.terms().key())
                        .subscribeOn(threads.workers())
                        .then(Mono.defer(() ->
                                Html.send(response, TITLE, seen(now(trade)).asking()))))
                .orElseGet(response::sendNotFound);
    }

    private Optional<Trade> found(HttpServerRequest request) {
        return state.ofToken(Objects.requireNonNullElse(request.param("token"), ""));
    }

    private Trade now(Trade before) {
        return state.ofToken(before.token()).orElse(before).seenAt(clock.instant());
    }

    /** Newest first. */
    Stream<PayersOrder> all() {
        return List.copyOf(state.trades()).reversed().stream().map(trade -> seen(trade.seenAt(clock.instant())));
    }

    private static PayersOrder seen(Trade trade) {
        String page = "/pay/" + trade.token();
        return new PayersOrder(
                trade.terms().outTradeNo(),
                Yuan.of(trade.terms().totalFen()) + " CNY",
                trade.terms().subject(),
                trade.status().name(),
                trade.isPayable(),
                page,
                page + "/");
    }

    /** Acts, and leads the payer back to the merchant when he paid. */
    Publisher<Void> act(HttpServerRequest request, HttpServerResponse response) {
        String act = Objects.requireNonNullElse(request.param("act"), "");
        return found(request)
                .<Publisher<Void>>map(trade -> carryOut(act, trade.terms().key())
                        .subscribeOn(threads.workers())
                        .flatMap(decision -> Mono.fromCallable(() -> leadOn(act, trade, decision)))
                        .flatMap(next -> next.startsWith("http")
                                ? response.sendRedirect(next)
                                : Html.send(response, TITLE, next)))
                .orElseGet(response::sendNotFound);
    }

    private Mono<Decision<JournalLine, Refusal>> carryOut(String act, TradeKey key) {
        return switch (act) {
            case "pay" -> payer.pay(key);
            case "decline" -> payer.decline(key);
            default -> payer.meet(key);
        };
    }

    /** Where to, or the page that is shown instead. */
    private String leadOn(String act, Trade trade, Decision<JournalLine, Refusal> decision) {
        Optional<String> link = act.equals("pay") ? back.of(now(trade), clock.instant()) : Optional.empty();
        String words = decision.either(
                done -> switch (act) {
                    case "pay" -> "Paid.";
                    case "decline" -> "Your bank declined.";
                    default -> "You walked away.";
                },
                Refusal::message);
        return link.filter(url -> decision instanceof Decision.Granted)
                .orElseGet(() -> seen(now(trade)).after(words));
    }
}
