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
import java.util.ArrayList;
import java.util.List;

/**
 * More payments a second at each step, whether they are answered or not: how many are too many? The capacity is a step less
 * than what was borne at last, for some seconds bear more than goes on for long: what waits is done later.
 */
public final class Ramp extends Simulation {
    /** Beyond this a step counts as too many. */
    private static final int SLOWEST_P99_MS = 1000;

    /** Of what was asked, this much must have been granted. */
    private static final double ENOUGH = 0.99;

    private final Merchant merchant = Merchant.all().getFirst();
    private final Duration lasts = Settings.duration().dividedBy(Settings.steps());
    private final List<Tally> tallies = new ArrayList<>();

    public Ramp() {
        var timeline = new Timeline().warmUp(rate(1), Paying.pay("warm up", merchant, Orders::tea));
        for (int step = 1; step <= Settings.steps(); step++) {
            var tally = new Tally();
            tallies.add(tally);
            String name = "pay at " + Math.round(rate(step)) + "/s";
            timeline.then(name, rate(step), lasts, Paying.payOrComeAgain(name, merchant, Orders::tea, tally));
        }
        setUp(timeline.populations())
                .protocols(Calls.protocol())
                .assertions(global().failedRequests().count().is(0L));
    }

    /** Of the step, the last of which is what was asked for. */
    private static double rate(int step) {
        return (double) Settings.rate() * step / Settings.steps();
    }

    @Override
    public void after() {
        var findings = new Findings();
        double capacity = 0;
        boolean isBorne = true;
        for (int step = 1; step <= Settings.steps(); step++) {
            var tally = tallies.get(step - 1);
            findings.note("at " + Math.round(rate(step)) + "/s", tally.toString());
            // What seems to be borne beyond one that is not was lucky.
            isBorne = isBorne && isBorne(tally, rate(step));
            if (isBorne) {
                capacity = rate(Math.max(1, step - 1));
            }
        }
        findings.atLeast("the capacity (p99 within 1 s, 99 % granted)", rate(1), capacity, "payments/s")
                .figure("capacity", Math.round(capacity))
                .write();
    }

    private boolean isBorne(Tally tally, double rate) {
        return tally.granted() >= ENOUGH * rate * lasts.toMillis() / 1000 && tally.grantedP99() <= SLOWEST_P99_MS;
    }
}
