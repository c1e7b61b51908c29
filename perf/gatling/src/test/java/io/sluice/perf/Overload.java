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
import java.time.Duration;

/** As much as it bears, twice that and ten times that: what is still granted, how fast the rest is refused, and what is left afterwards. */
public final class Overload extends Simulation {
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final int REFUSED_WITHIN_MS = 20;

    private final Timeline timeline = new Timeline();
    private final Merchant merchant = Merchant.all().getFirst();
    private final Tally borne = new Tally();
    private final Tally twice = new Tally();
    private final Tally tenfold = new Tally();
    private final Tally recovering = new Tally();
    private final Tally recovered = new Tally();

    public Overload() {
        double rate = Settings.rate();
        Duration third = Settings.duration().dividedBy(3);
        setUp(timeline.warmUp(rate, pay("warm up", new Tally()))
                        .then("at capacity", rate, third, pay("pay at capacity", borne))
                        .then("at twice the capacity", 2 * rate, third, pay("pay at twice the capacity", twice))
                        .then("a rest", rate / 2, RECOVERY, pay("pay in a rest", new Tally()))
                        .then("at ten times", 10 * rate, third, pay("pay at ten times the capacity", tenfold))
                        .then("recovering", rate / 2, RECOVERY, pay("pay while recovering", recovering))
                        .then("recovered", rate / 2, RECOVERY, pay("pay when recovered", recovered))
                        .populations())
                .protocols(Calls.protocol())
                .assertions(global().failedRequests().count().is(0L));
    }

    private ChainBuilder pay(String name, Tally tally) {
        return Paying.payOrComeAgain(name, merchant, Orders::tea, tally);
    }

    @Override
    public void before() {
        timeline.begin();
    }

    @Override
    public void after() {
        Findings findings = timeline.tell(new Findings())
                .note("at capacity", borne.toString())
                .note("at twice the capacity", twice.toString())
                .note("at ten times the capacity", tenfold.toString())
                .note("while recovering", recovering.toString())
                .note("10 s after the load", recovered.toString());
        goodput(findings, "twice", twice, 0.9);
        findings.latency("accepted p99 at twice the capacity", 2.0 * borne.grantedP99(), twice.grantedP99(), "ms");
        goodput(findings, "ten times", tenfold, 0.7);
        refusals(findings, "twice", twice);
        refusals(findings, "ten times", tenfold);
        findings.atMost("refused 10 s after the load", 0, recovered.refused(), "payments")
                .latency("accepted p99 10 s after the load", 2.0 * borne.grantedP99(), recovered.grantedP99(), "ms")
                .write();
    }

    private void goodput(Findings findings, String times, Tally tally, double share) {
        findings.atLeast(
                "goodput (granted within 1 s) at " + times + " the capacity, of that at capacity",
                100 * share,
                100.0 * tally.good() / Math.max(1, borne.good()),
                "%");
    }

    private static void refusals(Findings findings, String times, Tally tally) {
        findings.latency("p99 of refusals at " + times + " the capacity", REFUSED_WITHIN_MS, tally.refusedP99(), "ms");
    }
}
