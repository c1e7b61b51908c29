package io.sluice.sandbox.simulators.alipay.trade;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.alipay.model.Outcome;
import io.sluice.sandbox.simulators.alipay.model.Refund;
import io.sluice.sandbox.simulators.alipay.model.RefundOutcome;
import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.alipay.model.SubCode;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.model.TradeKey;
import io.sluice.sandbox.simulators.alipay.notify.Notifies;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.model.Decision;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Gives money back; what takes time ends later, also after a restart. */
public final class Refunds {
    private final Desk desk;
    private final Notifies notifies;
    private final Behaviour<Outcome> behaviour;
    private final Threads threads;
    private final InstantSource clock;

    public Refunds(Desk desk, Notifies notifies, Behaviour<Outcome> behaviour, Threads threads, InstantSource clock) {
        this.desk = desk;
        this.notifies = notifies;
        this.behaviour = behaviour;
        this.threads = threads;
        this.clock = clock;
    }

    /** What a merchant asks for; the reason chooses how it goes. */
    record Wish(String outRequestNo, long fen, @Nullable String reason) {}

    Mono<Decision<JournalLine, Refusal>> refund(TradeKey key, Wish wish) {
        return desk.change(key, trade -> decided(trade, wish))
                .doOnNext(decision -> decision.then(line -> {
                    expect(line.left(), wish.outRequestNo());
                    return Decision.granted(line);
                }));
    }

    /** The same number with the same amount changes nothing: the line has no entry. */
    private Decision<JournalLine, Refusal> decided(@Nullable Trade trade, Wish wish) {
        if (trade == null || trade.tradeNo() == null) {
            return Refusal.refuse(SubCode.TRADE_NOT_EXIST);
        }
        Refund known = trade.refund(wish.outRequestNo()).orElse(null);
        if (known != null) {
            return known.fen() == wish.fen()
                    ? Decision.granted(JournalLine.of(trade))
                    : Refusal.refuse(SubCode.DISCORDANT_REPEAT_REQUEST);
        }
        Instant now = clock.instant();
        Refund refund = Refund.begun(wish.outRequestNo(), wish.fen(), wish.reason(), now);
        return trade.refunded(refund)
                .then(after ->
                        Decision.granted(refund.doneAt() == null ? JournalLine.of(after) : moved(after, refund, now)));
    }

    private JournalLine moved(Trade after, Refund refund, Instant now) {
        return JournalLine.of(after)
                .with(after.charged(now).refund(refund.outRequestNo(), refund.fen(), now))
                .with(notifies.ofRefund(after, refund, now));
    }

    /** What is still on its way, after a restart. */
    public void expect(Trade trade) {
        trade.refunds().forEach(refund -> expect(trade, refund.outRequestNo()));
    }

    private void expect(Trade trade, String outRequestNo) {
        trade.refund(outRequestNo)
                .filter(refund -> refund.doneAt() == null)
                .ifPresent(refund -> threads.at(
                        refund.createdAt().plus(behaviour.delay()),
                        desk.change(trade.terms().key(), current -> ended(current, outRequestNo))));
    }

    private Decision<JournalLine, Refusal> ended(@Nullable Trade trade, String outRequestNo) {
        if (trade == null) {
            return Refusal.refuse(SubCode.TRADE_NOT_EXIST);
        }
        Refund refund =
                trade.refund(outRequestNo).filter(one -> one.doneAt() == null).orElse(null);
        if (refund == null) {
            return Decision.granted(JournalLine.of(trade));
        }
        if (refund.outcome() == RefundOutcome.CLOSED) {
            return Decision.granted(JournalLine.of(trade.without(refund)));
        }
        Instant now = clock.instant();
        Refund done = refund.done(now);
        return Decision.granted(moved(trade.ended(done), done, now));
    }
}
