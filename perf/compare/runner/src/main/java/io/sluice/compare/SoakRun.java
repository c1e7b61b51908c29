package io.sluice.compare;

import io.sluice.compare.contestant.Ground;
import io.sluice.compare.contestant.Sluice;
import io.sluice.compare.load.Generator;
import io.sluice.compare.load.PreparedRequests;
import io.sluice.compare.measure.Group;
import io.sluice.compare.report.model.Soak;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Sluice saturated for long, and its edge's resident memory looked at again and again. */
final class SoakRun {
    private static final int LEAST_LOOKS = 10;
    private static final double SECONDS_A_MINUTE = 60;

    private final Ground ground;
    private final Sluice sluice;
    private final PreparedRequests requests;
    private final Generator generator;
    private final AtomicLong taken = new AtomicLong();
    private final List<Soak.Look> looks = new ArrayList<>();
    private final long beganNanos = System.nanoTime();
    private long takenBefore;

    SoakRun(Ground ground, Sluice sluice, PreparedRequests requests, Generator generator) {
        this.ground = ground;
        this.sluice = sluice;
        this.requests = requests;
        this.generator = generator;
    }

    /** What is sent next is signed meanwhile, which takes a share of the cores from the contestant and keeps it busy. */
    Soak measure(Duration time, int payments, int connections) throws InterruptedException {
        long everyMs = Math.min(TimeUnit.MINUTES.toMillis(1), time.toMillis() / LEAST_LOOKS);
        List<byte[]> prepared = requests.prepare(payments);
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var looking = clock.scheduleAtFixedRate(this::look, everyMs, everyMs, TimeUnit.MILLISECONDS);
            while (System.nanoTime() - beganNanos < time.toNanos()) {
                var next = CompletableFuture.supplyAsync(() -> requests.prepare(payments));
                taken.addAndGet(generator
                        .closedLoop(sluice.port(), prepared, connections)
                        .answered());
                ground.settle(sluice.name());
                prepared = next.join();
            }
            looking.cancel(false);
        }
        return new Soak(looks);
    }

    private void look() {
        Group edge = sluice.processes().getFirst();
        double minutes = (System.nanoTime() - beganNanos) / 1e9 / SECONDS_A_MINUTE;
        double since = looks.isEmpty() ? 0 : looks.getLast().minutes();
        long now = taken.get();
        var look =
                new Soak.Look(minutes, edge.residentMb(), (now - takenBefore) / ((minutes - since) * SECONDS_A_MINUTE));
        takenBefore = now;
        looks.add(look);
        Console.progress("minute %.1f of the soak: %.0f MB, %.0f payments/s"
                .formatted(minutes, look.residentMb(), look.perSecond()));
    }
}
