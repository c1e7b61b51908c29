package io.sluice.sandbox.simulators.alipay.trade;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.alipay.model.Refund;
import io.sluice.sandbox.simulators.alipay.model.RefundOutcome;
import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.alipay.model.SubCode;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.model.TradeKey;
import io.sluice.sandbox.simulators.alipay.trade.Refunds.Wish;
import io.sluice.sandbox.simulators.alipay.wire.Answers;
import io.sluice.sandbox.simulators.alipay.wire.Call;
import io.sluice.sandbox.simulators.alipay.wire.Fields;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.model.Decision;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Refunding and querying refunds. */
public final class RefundEndpoints {
    private final State state;
    private final Lookup lookup;
    private final Refunds refunds;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    public RefundEndpoints(State state, Refunds refunds, InstantSource clock) {
        this.state = state;
        this.lookup = new Lookup(state, clock);
        this.refunds = refunds;
    }

    public Mono<Answer> refund(Call call) {
        return lookup.key(call)
                .either(
                        key -> read(call, key)
                                .either(wish -> refund(key, wish), refusal -> Mono.just(Answers.error(refusal))),
                        refusal -> Mono.just(Answers.error(refusal)));
    }

    /** Without a number of its own, a refund goes by that of the trade. */
    private static Decision<Wish, Refusal> read(Call call, TradeKey key) {
        var fields = new Fields(call.content());
        String number = fields.optional("out_request_no", 64);
        var wish = new Wish(
                Objects.requireNonNullElse(number, key.outTradeNo()),
                fields.amount("refund_amount"),
                fields.optional("refund_reason", 256));
        return fields.decide(() -> wish);
    }

    private Mono<Answer> refund(TradeKey key, Wish wish) {
        RefundOutcome outcome = RefundOutcome.markedIn(wish.reason());
        boolean first = asked.add(key + wish.outRequestNo());
        if (outcome == RefundOutcome.DECLINED) {
            return Mono.just(Answers.error(SubCode.SELLER_BALANCE_NOT_ENOUGH));
        }
        if (outcome == RefundOutcome.TIMEOUT_NOT_DONE && first) {
            return Mono.just(Answer.NEVER);
        }
        return refunds.refund(key, wish)
                .map(decision -> decision.either(line -> answer(line, wish, outcome, first), Answers::error));
    }

    private static Answer answer(JournalLine line, Wish wish, RefundOutcome outcome, boolean first) {
        Trade trade = line.left();
        Refund refund = trade.refund(wish.outRequestNo()).orElseThrow();
        Answer right = Answers.success(Documents.refund(trade, refund, line.entry() != null));
        if (!first) {
            return right;
        }
        return switch (outcome) {
            case TIMEOUT_DONE -> Answer.NEVER;
            case ERROR_AFTER -> Answers.error(SubCode.SYSTEM_ERROR);
            default -> right;
        };
    }

    /** A refund that does not exist is no error: the answer says nothing of it. */
    public Mono<Answer> query(Call call) {
        var fields = new Fields(call.content());
        String number = fields.text("out_request_no", 64);
        return lookup.key(call)
                .then(key -> fields.decide(() -> key))
                .then(key -> lookup.existing(key)
                        .<Decision<Trade, Refusal>>map(Decision::granted)
                        .orElseGet(() -> Refusal.refuse(SubCode.TRADE_NOT_EXIST)))
                .either(
                        trade -> state.settled().thenReturn(status(trade, number)),
                        refusal -> Mono.just(Answers.error(refusal)));
    }

    private static Answer status(Trade trade, String number) {
        return Answers.success(trade.refund(number)
                .map(refund -> Documents.refundQuery(trade, refund))
                .orElseGet(Json.MAPPER::createObjectNode));
    }
}
