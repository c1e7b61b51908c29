package io.sluice.perf;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.sluice.perf.call.Calls;
import io.sluice.perf.call.Merchant;
import io.sluice.perf.call.Orders;
import io.sluice.perf.call.Paying;
import io.sluice.perf.call.Settings;
import io.sluice.perf.call.StalledReader;
import io.sluice.perf.call.Timeline;
import io.sluice.perf.judge.Findings;
import io.sluice.perf.judge.Tally;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Payments; then hundreds of streams beside them that nobody reads, which must be dropped and harm nobody. The gateway waits
 * for half a minute before it drops who does not read, so the second part, two thirds of the run, has to be longer.
 */
public final class StalledSse extends Simulation {
    private static final double TOLERANCE = 1.2;

    /** All at once would be a burst of requests besides, which the gate meets as it meets any. */
    private static final Duration COMING = Duration.ofSeconds(5);

    private final Merchant merchant = Merchant.all().getFirst();
    private final Tally before = new Tally();
    private final Tally beside = new Tally();
    private final Queue<StalledReader> readers = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public StalledSse() {
        double rate = Settings.rate();
        Duration alone = Settings.duration().dividedBy(3);
        Duration together = Settings.duration().minus(alone);
        var timeline = new Timeline()
                .warmUp(rate, Paying.payOrComeAgain("warm up", merchant, Orders::tea, new Tally()))
                .then("alone", rate, alone, Paying.payOrComeAgain("pay", merchant, Orders::tea, before));
        Duration stall = timeline.now();
        timeline.then(
                "beside",
                rate,
                together,
                Paying.payOrComeAgain("pay beside the stalled", merchant, Orders::tea, beside));
        List<PopulationBuilder> populations = new ArrayList<>(timeline.populations());
        populations.add(scenario("stalled readers")
                .exec(exec(session -> {
                    threads.execute(this::open);
                    return session;
                }))
                .injectOpen(nothingFor(stall), rampUsers(Settings.users()).during(COMING)));
        setUp(populations)
                .protocols(Calls.protocol())
                .assertions(global().failedRequests().count().is(0L));
    }

    private void open() {
        try {
            readers.add(StalledReader.open(merchant));
        } catch (IOException e) {
            System.err.println("a stream could not be opened: " + e.getMessage());
        }
    }

    /** All are looked at together: one that still flows takes a moment to be told. */
    private int dropped() {
        var dropped = new AtomicInteger();
        try (var looking = Executors.newVirtualThreadPerTaskExecutor()) {
            readers.forEach(reader -> looking.execute(() -> dropped.addAndGet(reader.isDropped() ? 1 : 0)));
        }
        return dropped.get();
    }

    @Override
    public void after() {
        threads.close();
        int dropped = dropped();
        int opened = readers.size();
        readers.forEach(StalledReader::close);
        new Findings()
                .note("alone", before.toString())
                .note("beside the stalled", beside.toString())
                .atLeast("streams opened that nobody reads", Settings.users(), opened, "streams")
                .atLeast("of them dropped", opened, dropped, "streams")
                .atMost("p99 beside the stalled", TOLERANCE * before.grantedP99(), beside.grantedP99(), "ms")
                .atMost("refused beside the stalled", 0, beside.refused(), "payments")
                .write();
    }
}
