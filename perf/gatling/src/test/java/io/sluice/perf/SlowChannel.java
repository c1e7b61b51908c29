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
import io.sluice.perf.judge.Turns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Payments at two channels, half and half; then one channel takes three seconds, and the other must not notice. In turns. */
public final class SlowChannel extends Simulation {
    /** Payments at the slow one have ended by then. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final double rate = Settings.rate() / 2.0;
    private final Merchant merchant = Merchant.all().getFirst();
    private final Timeline timeline = new Timeline();
    private final List<PopulationBuilder> weather = new ArrayList<>();
    private final Turns turns = new Turns();
    private final Tally slow = new Tally();

    public SlowChannel() {
        Duration part = Settings.duration().dividedBy(2L * Turns.COUNT);
        timeline.warmUp(rate, fast("warm up", new Tally()).exec(slow("warm up the other", new Tally())));
        for (Turns.Turn turn : turns.all()) {
            change("calm down", "{\"calm\":true}");
            timeline.beside("the other in a rest", rate, REST, slow("pay at the other in a rest", new Tally()))
                    .then("a rest", rate, REST, fast("pay in a rest", new Tally()))
                    .beside("slow, still fast", rate, part, slow("pay at the other, still fast", new Tally()))
                    .then("fast, alone", rate, part, fast("pay", turn.alone()));
            change("slow down", "{\"latency\":{\"fixed_ms\":3000}}");
            timeline.beside("slow", rate, part, slow("pay at the slow one", slow))
                    .then("fast, beside", rate, part, fast("pay beside the slow one", turn.beside()));
        }
        List<PopulationBuilder> populations = new ArrayList<>(timeline.populations());
        populations.addAll(weather);
        setUp(populations)
                .protocols(Calls.protocol())
                .assertions(global().failedRequests().count().is(0L));
    }

    /** The other channel's weather, from now on. */
    private void change(String name, String json) {
        weather.add(scenario(name + " from " + timeline.now())
                .exec(http(name)
                        .post(Simulators.at(Settings.otherChannel(), "/weather"))
                        .body(StringBody(json))
                        .check(status().is(200)))
                .injectOpen(nothingFor(timeline.now()), atOnceUsers(1)));
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
        turns.tell(new Findings(), "the slow one")
                .note("the slow one", slow.toString())
                .write();
    }
}
