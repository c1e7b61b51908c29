package io.sluice.compare;

import io.sluice.compare.contestant.Contestant;
import io.sluice.compare.contestant.Ground;
import io.sluice.compare.load.Generator;
import io.sluice.compare.load.LoadResult;
import io.sluice.compare.load.PreparedRequests;
import io.sluice.compare.report.model.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Loads contestants that were started with the same payments, one after the other. */
final class Run {
    private static final int OPEN_CONNECTIONS = 2_048;

    /** Signed at a time for warming up: signatures are fresh for five minutes, and all contestants take their turns within. */
    private static final int WARM_UP_AT_ONCE = 24_000;

    private final Ground ground;
    private final PreparedRequests requests;
    private final Generator generator;
    private final Meter meter;

    Run(Ground ground, PreparedRequests requests, Generator generator, Meter meter) {
        this.ground = ground;
        this.requests = requests;
        this.generator = generator;
        this.meter = meter;
    }

    /** How one load is sent. */
    interface Sending {
        LoadResult to(int port, List<byte[]> prepared) throws InterruptedException;
    }

    Sending saturating(int connections) {
        return (port, prepared) -> generator.closedLoop(port, prepared, connections);
    }

    Sending steady(int perSecond) {
        return (port, prepared) -> generator.openLoop(port, prepared, perSecond, OPEN_CONNECTIONS);
    }

    /** Sends each contestant the same payments, and counts nothing. What comes next is signed meanwhile. */
    void warmUp(List<Contestant> contestants, int payments, int connections) throws InterruptedException {
        int turns = Math.ceilDiv(payments, WARM_UP_AT_ONCE);
        int each = payments / turns;
        List<byte[]> prepared = requests.prepare(each);
        for (int i = 1; i <= turns; i++) {
            int coming = i < turns ? each : 0;
            var next = CompletableFuture.supplyAsync(() -> requests.prepare(coming));
            for (Contestant contestant : contestants) {
                if (i == 1) {
                    generator.warmUp(contestant.port(), prepared, connections);
                } else {
                    generator.closedLoop(contestant.port(), prepared, connections);
                }
            }
            prepared = next.join();
        }
    }

    /** One round: the same payments to each, beginning with another one each time. */
    List<Round> round(List<Contestant> contestants, Turn turn, int payments, Sending sending)
            throws InterruptedException {
        List<byte[]> prepared = requests.prepare(payments);
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            var contestant = contestants.get((i + turn.number()) % contestants.size());
            ground.settle(contestant.name());
            rounds.add(meter.measured(
                    turn, contestant.name(), contestant.processes(), () -> sending.to(contestant.port(), prepared)));
        }
        return rounds;
    }
}
