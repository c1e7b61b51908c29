package io.sluice.perf;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.sluice.perf.call.Calls;
import io.sluice.perf.call.Merchant;
import io.sluice.perf.call.Orders;
import io.sluice.perf.call.Paying;
import io.sluice.perf.call.RawReader;
import io.sluice.perf.call.Settings;
import io.sluice.perf.call.Timeline;
import io.sluice.perf.judge.Findings;
import io.sluice.perf.judge.Tally;
import io.sluice.perf.judge.Turns;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Payments and one stream that is read; then hundreds of streams beside them that nobody reads, which must be dropped and harm
 * nobody. In turns: the gateway waits for half a minute before it drops who does not read, so the second part of each, two
 * thirds of it, has to be longer.
 */
public final class StalledSse extends Simulation {
    /** All at once would be a burst of requests besides, which the gate meets as it meets any. */
    private static final Duration COMING = Duration.ofSeconds(8);

    private final Merchant merchant = Merchant.all().getFirst();
    private final Turns turns = new Turns();
    private final Queue<RawReader> readers = new ConcurrentLinkedQueue<>();
    /** Who reads, while his stream goes on. */
    private final AtomicReference<RawReader> attentive = new AtomicReference<>();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public StalledSse() {
        double rate = Settings.rate();
        Duration alone = Settings.duration().dividedBy(3L * Turns.COUNT);
        Duration together = alone.multipliedBy(2);
        var timeline = new Timeline().warmUp(rate, pay("warm up", new Tally()));
        List<PopulationBuilder> populations = new ArrayList<>();
        for (Turns.Turn turn : turns.all()) {
            timeline.then("alone", rate, alone, pay("pay", turn.alone()));
            populations.add(scenario("stalled readers from " + timeline.now())
                    .exec(exec(session -> {
                        threads.execute(this::open);
                        return session;
                    }))
                    .injectOpen(
                            nothingFor(timeline.now()),
                            rampUsers(Settings.users()).during(COMING)));
            timeline.then("beside", rate, together, pay("pay beside the stalled", turn.beside()));
        }
        populations.addAll(timeline.populations());
        populations.add(scenario("a reader")
                .exec(exec(session -> {
                    threads.execute(this::read);
                    return session;
                }))
                .injectOpen(atOnceUsers(1)));
        setUp(populations)
                .protocols(Calls.protocol())
                .assertions(global().failedRequests().count().is(0L));
    }

    private ChainBuilder pay(String name, Tally tally) {
        return Paying.payOrComeAgain(name, merchant, Orders::tea, tally);
    }

    private void open() {
        try {
            readers.add(RawReader.open(merchant));
        } catch (IOException e) {
            System.err.println("a stream could not be opened: " + e.getMessage());
        }
    }

    /** To the end of the run; otherwise streams would be new to the gateway when hundreds of them come. */
    private void read() {
        try {
            RawReader opened = RawReader.open(merchant);
            attentive.set(opened);
            opened.readOn();
            attentive.set(null);
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
        RawReader stillReads = attentive.get();
        if (stillReads != null) {
            stillReads.close();
        }
        threads.close();
        int dropped = dropped();
        int opened = readers.size();
        readers.forEach(RawReader::close);
        turns.tell(new Findings(), "the stalled")
                .atLeast("streams opened that nobody reads", Turns.COUNT * Settings.users(), opened, "streams")
                .atLeast("of them dropped", opened, dropped, "streams")
                .atLeast("streams that are read and go on", 1, stillReads == null ? 0 : 1, "streams")
                .write();
    }
}
