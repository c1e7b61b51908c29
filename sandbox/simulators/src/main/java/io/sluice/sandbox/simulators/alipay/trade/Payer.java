package io.sluice.sandbox.simulators.alipay.trade;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.alipay.model.Outcome;
import io.sluice.sandbox.simulators.alipay.model.Product;
import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.alipay.model.SubCode;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.model.TradeKey;
import io.sluice.sandbox.simulators.alipay.notify.Notifies;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.model.Decision;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Meets, pays and declines trades, by schedule or by hand. */
public final class Payer {
    private static final int TIMES_LATER = 12;

    private final Desk desk;
    private final Notifies notifies;
    private final Behaviour<Outcome> behaviour;
    private final Threads threads;
    private final InstantSource clock;

    public Payer(Desk desk, Notifies notifies, Behaviour<Outcome> behaviour, Threads threads, InstantSource clock) {
        this.desk = desk;
        this.notifies = notifies;
        this.behaviour = behaviour;
        this.threads = threads;
        this.clock = clock;
    }

    /** Lets the payer of a new trade act after the usual delay; also after a restart. */
    public void expect(Trade trade) {
        if (!trade.isPayable()) {
            return;
        }
        TradeKey key = trade.terms().key();
        Instant soon = trade.createdAt().plus(behaviour.delay());
        switch (trade.outcome()) {
            case NEVER -> {}
            case DECLINED, PAID_AFTER_CLOSE -> threads.at(soon, meet(key));
            case CHARGED_LATE -> {
                threads.at(soon, meet(key));
                threads.at(trade.createdAt().plus(behaviour.delay().multipliedBy(TIMES_LATER)), pay(key));
            }
            default -> threads.at(soon, pay(key));
        }
    }

    /** Some payers were on their way when their trade was closed, by its merchant or by itself. */
    void closed(Trade trade) {
        if (trade.isPaidAfterClose()) {
            threads.at(
                    clock.instant().plus(behaviour.delay()), pay(trade.terms().key()));
        }
    }

    /** From now on the interface knows the trade. */
    public Mono<Decision<JournalLine, Refusal>> meet(TradeKey key) {
        return act(key, trade -> {
            Instant now = clock.instant();
            return trade.met(Ids.trade(now), now).then(met -> Decision.granted(JournalLine.of(met)));
        });
    }

    public Mono<Decision<JournalLine, Refusal>> pay(TradeKey key) {
        return act(key, this::charged);
    }

    Decision<JournalLine, Refusal> charged(Trade trade) {
        Instant now = clock.instant();
        return trade.paid(Ids.trade(now), now)
                .then(paid -> Decision.granted(
                        JournalLine.of(paid).with(paid.charged(now)).with(notifies.ofPayment(paid, now))));
    }

    /** The payer's bank refuses: that ends a code payment, others may be tried again. */
    public Mono<Decision<JournalLine, Refusal>> decline(TradeKey key) {
        return act(key, trade -> {
            Instant now = clock.instant();
            return trade.met(Ids.trade(now), now)
                    .then(met -> met.terms().product() == Product.CODE ? met.closed(now) : Decision.granted(met))
                    .then(after -> Decision.granted(JournalLine.of(after)));
        });
    }

    private Mono<Decision<JournalLine, Refusal>> act(
            TradeKey key, Function<Trade, Decision<JournalLine, Refusal>> what) {
        return desk.change(key, trade -> existing(trade).then(what));
    }

    private static Decision<Trade, Refusal> existing(@Nullable Trade trade) {
        return trade == null ? Refusal.refuse(SubCode.TRADE_NOT_EXIST) : Decision.granted(trade);
    }
}
