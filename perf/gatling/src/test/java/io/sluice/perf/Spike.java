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
import java.time.Duration;

/** A flash sale: ten times as many payments from one second to the next, a while later as few as before. */
public final class Spike extends Simulation {
    private static final int TIMES = 10;

    private final Merchant merchant = Merchant.all().getFirst();

    public Spike() {
        int rate = Settings.rate();
        Duration third = Settings.duration().dividedBy(3);
        setUp(new Timeline()
                        .warmUp(rate * 2.0, pay("warm up"))
                        .then("before", rate, third, pay("pay before"))
                        .then("sale", rate * TIMES, third, pay("pay in the sale"))
                        .then("after", rate, third, pay("pay after"))
                        .populations())
                .protocols(Calls.protocol())
                .assertions(global().failedRequests().count().is(0L));
    }

    private ChainBuilder pay(String name) {
        return Paying.pay(name, merchant, Orders::tea);
    }
}
