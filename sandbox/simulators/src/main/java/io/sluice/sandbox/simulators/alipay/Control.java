package io.sluice.sandbox.simulators.alipay;

import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.alipay.model.SubCode;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.model.TradeKey;
import io.sluice.sandbox.simulators.alipay.trade.Documents;
import io.sluice.sandbox.simulators.alipay.trade.JournalLine;
import io.sluice.sandbox.simulators.alipay.trade.Payer;
import io.sluice.sandbox.simulators.alipay.trade.State;
import io.sluice.sandbox.simulators.alipay.wire.Yuan;
import io.sluice.sandbox.simulators.book.BookView;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.ControlRequest;
import io.sluice.sandbox.simulators.model.Decision;
import java.time.InstantSource;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What people and tests do to the simulator's trades, under {@code /_sim}. Trades go by the merchant's own numbers. */
final class Control {
    private final State state;
    private final Payer payer;
    private final InstantSource clock;

    Control(State state, Payer payer, InstantSource clock) {
        this.state = state;
        this.payer = payer;
        this.clock = clock;
    }

    Mono<Answer> book(ControlRequest request) {
        return Mono.fromCallable(() -> Answer.ok(book()));
    }

    JsonNode book() {
        return BookView.of(
                state.book(),
                charge -> state.ofNumber(charge.outTradeNo())
                        .map(trade -> trade.status().name())
                        .orElse(""));
    }

    /** {@code ?subject=} narrows the log to one out_trade_no or out_request_no. */
    Mono<Answer> callbacks(ControlRequest request) {
        return Mono.just(Answer.ok(state.outbox().view(request.query().apply("subject"))));
    }

    Mono<Answer> order(ControlRequest request) {
        return Mono.just(state.ofNumber(request.number())
                .map(trade -> Answer.ok(view(trade)))
                .orElseGet(Control::missing));
    }

    /** Also of a trade that no payer has met, whose status is PLACED here. */
    private JsonNode view(Trade trade) {
        return Documents.trade(trade.seenAt(clock.instant()))
                .put("outcome", trade.outcome().label())
                .put("asked", trade.asked())
                .put("refunded", Yuan.of(trade.refundedFen()))
                .put("token", trade.token());
    }

    Mono<Answer> pay(ControlRequest request) {
        return act(request, payer::pay);
    }

    Mono<Answer> decline(ControlRequest request) {
        return act(request, payer::decline);
    }

    /** The payer scans, and does nothing more for now. */
    Mono<Answer> meet(ControlRequest request) {
        return act(request, payer::meet);
    }

    private Mono<Answer> act(ControlRequest request, Function<TradeKey, Mono<Decision<JournalLine, Refusal>>> what) {
        return state.ofNumber(request.number())
                .map(trade -> what.apply(trade.terms().key())
                        .map(decision -> decision.either(
                                line -> state.ofToken(trade.token())
                                        .map(after -> Answer.ok(view(after)))
                                        .orElseGet(Control::missing),
                                refusal -> refused(refusal))))
                .orElseGet(() -> Mono.just(missing()));
    }

    private static Answer missing() {
        return refused(new Refusal(SubCode.TRADE_NOT_EXIST, "No merchant has a trade with this number"));
    }

    private static Answer refused(Refusal refusal) {
        int status = refusal.subCode() == SubCode.TRADE_NOT_EXIST ? 404 : 409;
        return Answer.problem(status, refusal.subCode().wireName(), refusal.message());
    }
}
