package io.sluice.sandbox.simulators.alipay.trade;

import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.model.TradeKey;
import io.sluice.sandbox.simulators.alipay.wire.Call;
import io.sluice.sandbox.simulators.alipay.wire.Fields;
import io.sluice.sandbox.simulators.model.Decision;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the trade that a request means, among those of the merchant who asks. */
final class Lookup {
    private final State state;
    private final InstantSource clock;

    Lookup(State state, InstantSource clock) {
        this.state = state;
        this.clock = clock;
    }

    /** The channel's number wins over the merchant's; the trade need not exist. */
    Decision<TradeKey, Refusal> key(Call call) {
        var fields = new Fields(call.content());
        @Nullable String tradeNo = fields.optional("trade_no", 64);
        @Nullable String outTradeNo = fields.optional("out_trade_no", 64);
        fields.require(tradeNo != null || outTradeNo != null, "out_trade_no", "or 'trade_no' must name the trade");
        String seller = call.app().sellerId();
        return fields.decide(() -> tradeNo == null
                ? new TradeKey(seller, outTradeNo == null ? "" : outTradeNo)
                : state.ofTradeNo(tradeNo)
                        .map(trade -> trade.terms().key())
                        .filter(key -> key.sellerId().equals(seller))
                        .orElse(new TradeKey(seller, "")));
    }

    /** As it is now; empty while no payer has met it. */
    Optional<Trade> existing(TradeKey key) {
        return state.find(key).map(trade -> trade.seenAt(clock.instant())).filter(trade -> trade.tradeNo() != null);
    }
}
