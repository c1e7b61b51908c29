package io.sluice.perf;

import static io.gatling.javaapi.core.CoreDsl.global;

import io.gatling.javaapi.core.Simulation;
import io.sluice.perf.call.Calls;
import io.sluice.perf.call.Merchant;
import io.sluice.perf.call.Orders;
import io.sluice.perf.call.Paying;
import io.sluice.perf.call.Settings;
import io.sluice.perf.call.Timeline;
import io.sluice.perf.judge.Findings;
import io.sluice.perf.judge.Tally;
import java.time.Duration;
import java.util.List;

/** Merchants with equal shares; then one of them asks for twenty times his, and the others must not notice. */
public final class Unfair extends Simulation {
    private static final int TIMES = 20;

    /** What the others may lose. */
    private static final double TOLERANCE = 1.2;

    private final Timeline timeline = new Timeline();
    private final Tally before = new Tally();
    private final Tally beside = new Tally();
    private final Tally loud = new Tally();

    public Unfair() {
        List<Merchant> merchants = Merchant.all();
        double share = (double) Settings.rate() / merchants.size();
        Duration half = Settings.duration().dividedBy(2);
        var loudest = merchants.getFirst();
        List<Merchant> others = merchants.subList(1, merchants.size());
        timeline.warmUp(Settings.rate(), Paying.payOrComeAgain("warm up", loudest, Orders::tea, new Tally()));
        others.forEach(other -> timeline.beside(
                "another " + others.indexOf(other),
                share,
                half,
                Paying.payOrComeAgain("pay, all fair", other, Orders::tea, before)));
        timeline.then("fair", share, half, Paying.payOrComeAgain("pay, all fair", loudest, Orders::tea, new Tally()));
        others.forEach(other -> timeline.beside(
                "another beside " + others.indexOf(other),
                share,
                half,
                Paying.payOrComeAgain("pay beside the loud one", other, Orders::tea, beside)));
        timeline.then(
                "loud",
                TIMES * share,
                half,
                Paying.payOrComeAgain("pay at twenty times the share", loudest, Orders::tea, loud));
        setUp(timeline.populations())
                .protocols(Calls.protocol())
                .assertions(global().failedRequests().count().is(0L));
    }

    @Override
    public void before() {
        timeline.begin();
    }

    @Override
    public void after() {
        timeline.tell(new Findings())
                .note("the others, all fair", before.toString())
                .note("the others, beside the loud one", beside.toString())
                .note("the loud one", loud.toString())
                .latency("the others' p99 beside the loud one", TOLERANCE * before.grantedP99(), beside.grantedP99())
                .atMost("refused to the others", 0, beside.refused(), "payments")
                .write();
    }
}
