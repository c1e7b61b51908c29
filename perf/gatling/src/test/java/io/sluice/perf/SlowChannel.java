package io.sluice.perf;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.sluice.perf.call.Calls;
import io.sluice.perf.call.Merchant;
import io.sluice.perf.call.Orders;
import io.sluice.perf.call.Paying;
import io.sluice.perf.call.Settings;
import io.sluice.perf.call.Simulators;
import io.sluice.perf.call.Timeline;
import io.sluice.perf.judge.Findings;
import io.sluice.perf.judge.Tally;
import java.time.Duration;
import java.util.ArrayList;

/** Payments at two channels, half and half; then one channel takes three seconds, and the other must not notice. */
public final class SlowChannel extends Simulation {
    private static final double TOLERANCE = 1.2;

    private final Merchant merchant = Merchant.all().getFirst();
    private final Tally before = new Tally();
    private final Tally beside = new Tally();
    private final Tally slow = new Tally();

    public SlowChannel() {
        double rate = Settings.rate() / 2.0;
        Duration half = Settings.duration().dividedBy(2);
        var timeline = new Timeline()
                .warmUp(rate, fast("warm up", new Tally()).exec(slow("warm up the other", new Tally())))
                .beside("slow, still fast", rate, half, slow("pay at the other, still fast", new Tally()))
                .then("fast, alone", rate, half, fast("pay", before));
        Duration slows = timeline.now();
        timeline.beside("slow", rate, half, slow("pay at the slow one", slow))
                .then("fast, beside", rate, half, fast("pay beside the slow one", beside));
        var populations = new ArrayList<PopulationBuilder>(timeline.populations());
        populations.add(scenario("the channel slows down")
                .exec(http("slow down")
                        .post(Simulators.at(Settings.otherChannel(), "/weather"))
                        .body(StringBody("{\"latency\":{\"fixed_ms\":3000}}"))
                        .check(status().is(200)))
                .injectOpen(nothingFor(slows), atOnceUsers(1)));
        setUp(populations)
                .protocols(Calls.protocol())
                .assertions(global().failedRequests().count().is(0L));
    }

    private ChainBuilder fast(String name, Tally tally) {
        return Paying.payOrComeAgain(name, merchant, Orders::tea, tally);
    }

    private ChainBuilder slow(String name, Tally tally) {
        return Paying.payOrComeAgain(name, merchant, () -> Orders.tea(Settings.otherMethod()), tally);
    }

    @Override
    public void after() {
        Simulators.calm(Settings.otherChannel());
        new Findings()
                .note("both fast", before.toString())
                .note("beside the slow one", beside.toString())
                .note("the slow one", slow.toString())
                .atMost("p99 beside the slow one", TOLERANCE * before.grantedP99(), beside.grantedP99(), "ms")
                .atMost("refused beside the slow one", 0, beside.refused(), "payments")
                .write();
    }
}
