package io.sluice.sandbox.simulators.alipay.trade;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.alipay.model.SubCode;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.model.TradeKey;
import io.sluice.sandbox.simulators.alipay.notify.Notifies;
import io.sluice.sandbox.simulators.alipay.wire.Answers;
import io.sluice.sandbox.simulators.alipay.wire.Call;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.model.Decision;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Querying, closing and cancelling. */
public final class TradeEndpoints {
    private final State state;
    private final Lookup lookup;
    private final Desk desk;
    private final Payer payer;
    private final Notifies notifies;
    private final InstantSource clock;

    public TradeEndpoints(State state, Desk desk, Payer payer, Notifies notifies, InstantSource clock) {
        this.state = state;
        this.lookup = new Lookup(state, clock);
        this.desk = desk;
        this.payer = payer;
        this.notifies = notifies;
        this.clock = clock;
    }

    public Mono<Answer> query(Call call) {
        return found(call, key -> {
            Answer answer = lookup.existing(key)
                    .map(trade -> Answers.success(Documents.trade(trade)))
                    .orElseGet(() -> Answers.error(SubCode.TRADE_NOT_EXIST));
            return state.settled().thenReturn(answer);
        });
    }

    public Mono<Answer> close(Call call) {
        return found(
                call,
                key -> desk.change(key, this::closed)
                        .doOnNext(asked -> lookup.existing(key).ifPresent(payer::closed))
                        .map(decision -> decision.either(
                                line -> Answers.success(Documents.named(line.left())), Answers::error)));
    }

    private Decision<JournalLine, Refusal> closed(@Nullable Trade trade) {
        return trade == null
                ? Refusal.refuse(SubCode.TRADE_NOT_EXIST)
                : trade.closed(clock.instant()).then(closed -> Decision.granted(JournalLine.of(closed)));
    }

    /** To cancel what does not exist succeeds, and names no action. */
    public Mono<Answer> cancel(Call call) {
        return found(
                call,
                key -> state.find(key).isEmpty()
                        ? Mono.just(Answers.success(Json.MAPPER
                                .createObjectNode()
                                .put("out_trade_no", key.outTradeNo())
                                .put("retry_flag", "N")))
                        : desk.change(key, this::cancelled)
                                .doOnNext(asked -> lookup.existing(key).ifPresent(payer::closed))
                                .map(decision -> decision.either(
                                        line -> Answers.success(cancellation(line.left())), Answers::error)));
    }

    private Decision<JournalLine, Refusal> cancelled(@Nullable Trade trade) {
        if (trade == null) {
            return Refusal.refuse(SubCode.TRADE_NOT_EXIST);
        }
        Instant now = clock.instant();
        boolean undone = trade.paidAt() != null && trade.endedAt() == null;
        return trade.cancelled(now).then(after -> {
            var line = JournalLine.of(after);
            return Decision.granted(
                    undone ? line.with(after.charged(now).reversed(now)).with(notifies.ofCancel(after, now)) : line);
        });
    }

    private static ObjectNode cancellation(Trade trade) {
        ObjectNode answer = Json.MAPPER
                .createObjectNode()
                .put("out_trade_no", trade.terms().outTradeNo())
                .put("retry_flag", "N");
        return trade.tradeNo() == null
                ? answer
                : answer.put("trade_no", trade.tradeNo()).put("action", trade.paidAt() == null ? "close" : "refund");
    }

    private Mono<Answer> found(Call call, Function<TradeKey, Mono<Answer>> what) {
        return lookup.key(call).either(what, refusal -> Mono.just(Answers.error(refusal)));
    }
}
