package io.sluice.compare.overload;

import io.sluice.compare.contestant.Ground;
import io.sluice.compare.contestant.GuardedSluice;
import io.sluice.compare.contestant.Payments;
import io.sluice.compare.load.Generator;
import io.sluice.compare.load.PreparedRequests;
import io.sluice.compare.overload.model.Line;
import io.sluice.sandbox.load.LoadScenario;
import io.sluice.sandbox.place.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One edge over the stub channel: warmed up, its capacity found, then loaded with too much in one way after the other. */
public final class OverloadRun {
    private static final int MERCHANTS = 5;
    private static final int PORTS_EACH = 200;
    private static final Duration CONCLUDED_WITHIN = Duration.ofSeconds(30);

    /** The ramp goes so far beyond what a closed loop reaches. */
    private static final double BEYOND = 2;

    private final OverloadPlan plan;
    private final Path folder;
    private final int portBase;
    private final Consumer<String> progress;
    private final List<Line> lines = new ArrayList<>();

    /** @param portBase the stub's port is the one before it */
    public OverloadRun(OverloadPlan plan, Path folder, int portBase, Consumer<String> progress) {
        this.plan = plan;
        this.folder = folder;
        this.portBase = portBase;
        this.progress = progress;
    }

    /** How the machine is divided, for people. */
    public static String cores() {
        return Cores.here().toString();
    }

    /** Blocks for some minutes. */
    public List<Line> run() throws InterruptedException {
        var cores = Cores.here();
        cores.stayOnGateways();
        progress.accept("starting the edge and what it needs");
        Path keys = folder.resolve("keys");
        try (var ground = Ground.start(folder, portBase - 1);
                var sluice = GuardedSluice.start("sluice", ground, portBase, MERCHANTS, keys);
                var generator = new Generator()) {
            var requests = new PreparedRequests(
                    ground.merchant().keyId(), ground.merchant().key().signingText());
            var costs = new Costs(generator, requests, plan.measured());
            var probing = new Probing(generator, sluice, keys);
            var scenarios = new Scenarios(ground, sluice, keys, folder, cores, probing, plan.gatlingWarmUp(), progress);
            progress.accept("warming up with " + plan.warmUp() + " payments");
            costs.warmUp(sluice, plan.warmUp());
            double perSecond = costs.settledPayments(sluice);
            progress.accept("a closed loop reaches %.0f payments/s".formatted(perSecond));
            int capacity =
                    plan.capacity() > 0 ? plan.capacity() : scenarios.capacity((int) (BEYOND * perSecond), plan.ramp());
            progress.accept("the capacity is %d payments/s".formatted(capacity));
            for (LoadScenario scenario : plan.scenarios()) {
                Payments before = ground.payments(sluice.name());
                lines.addAll(scenarios.lines(
                        scenario, OverloadPlan.rate(scenario, capacity), OverloadPlan.duration(scenario)));
                lines.add(kept(scenario, ground, sluice.name(), before));
            }
            progress.accept("what a payment costs now, and what a refusal");
            costs.settledPayments(sluice);
            refusals(ground, costs);
        }
        return List.copyOf(lines);
    }

    private void refusals(Ground ground, Costs costs) throws InterruptedException {
        try (var refusing = GuardedSluice.refusingAll("refusing", ground, portBase + PORTS_EACH)) {
            lines.add(costs.refusals(refusing));
        }
    }

    /**
     * The stub channel says no to nobody, so what was accepted succeeds. Only an account that is left for having fallen
     * silent fails those payments for which there is no other.
     */
    private static Line kept(LoadScenario scenario, Ground ground, String name, Payments before) {
        Instant deadline = Instant.now().plus(CONCLUDED_WITHIN);
        Payments accepted = ground.payments(name).since(before);
        while (accepted.open() > 0 && Instant.now().isBefore(deadline)) {
            Pause.of(Duration.ofMillis(500));
            accepted = ground.payments(name).since(before);
        }
        long dropped = accepted.open() + (scenario == LoadScenario.SLOW_CHANNEL ? 0 : accepted.failed());
        return Line.atMost(
                scenario.label(),
                "dropped of %,d accepted payments".formatted(accepted.all()),
                0,
                (double) dropped,
                "payments");
    }
}
