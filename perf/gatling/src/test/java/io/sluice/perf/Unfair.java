package io.sluice.perf;

import static io.gatling.javaapi.core.CoreDsl.global;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import io.sluice.perf.call.Calls;
import io.sluice.perf.call.Merchant;
import io.sluice.perf.call.Orders;
import io.sluice.perf.call.Paying;
import io.sluice.perf.call.Settings;
import io.sluice.perf.call.Timeline;
import io.sluice.perf.judge.Findings;
import io.sluice.perf.judge.Tally;
import io.sluice.perf.judge.Turns;
import java.time.Duration;
import java.util.List;

/** Merchants with equal shares; then one of them asks for twenty times his, and the others must not notice. In turns. */
public final class Unfair extends Simulation {
    private static final int TIMES = 20;

    /** What the loud one left has gone by then. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final List<Merchant> merchants = Merchant.all();
    private final Merchant loudest = merchants.getFirst();
    private final List<Merchant> others = merchants.subList(1, merchants.size());
    private final double share = (double) Settings.rate() / merchants.size();
    private final Timeline timeline = new Timeline();
    private final Turns turns = new Turns();
    private final Tally loud = new Tally();

    public Unfair() {
        Duration part = Settings.duration().dividedBy(2L * Turns.COUNT);
        timeline.warmUp(Settings.rate(), pay("warm up", loudest, new Tally()));
        for (Turns.Turn turn : turns.all()) {
            others(REST, "pay in a rest", new Tally());
            timeline.then("a rest", share, REST, pay("pay in a rest", loudest, new Tally()));
            others(part, "pay, all fair", turn.alone());
            timeline.then("fair", share, part, pay("pay, all fair", loudest, new Tally()));
            others(part, "pay beside the loud one", turn.beside());
            timeline.then("loud", TIMES * share, part, pay("pay at twenty times the share", loudest, loud));
        }
        setUp(timeline.populations())
                .protocols(Calls.protocol())
                .assertions(global().failedRequests().count().is(0L));
    }

    private void others(Duration lasts, String name, Tally tally) {
        others.forEach(
                other -> timeline.beside("another " + others.indexOf(other), share, lasts, pay(name, other, tally)));
    }

    private static ChainBuilder pay(String name, Merchant merchant, Tally tally) {
        return Paying.payOrComeAgain(name, merchant, Orders::tea, tally);
    }

    @Override
    public void before() {
        timeline.begin();
    }

    @Override
    public void after() {
        turns.tell(timeline.tell(new Findings()), "the loud one")
                .note("the loud one", loud.toString())
                .write();
    }
}
