package io.sluice.perf;

import static io.gatling.javaapi.core.CoreDsl.global;

import io.gatling.javaapi.core.Simulation;
import io.sluice.perf.call.Calls;
import io.sluice.perf.call.Merchant;
import io.sluice.perf.call.Orders;
import io.sluice.perf.call.Paying;
import io.sluice.perf.call.Settings;
import io.sluice.perf.call.Timeline;

/** As many payments each second as the one before. */
public class Steady extends Simulation {
    public Steady() {
        var merchant = Merchant.all().getFirst();
        int rate = Settings.rate();
        setUp(new Timeline()
                        .warmUp(rate, Paying.pay("warm up", merchant, Orders::tea))
                        .then("steady", rate, Settings.duration(), Paying.pay("pay", merchant, Orders::tea))
                        .populations())
                .protocols(Calls.protocol())
                .assertions(global().failedRequests().count().is(0L));
    }
}
