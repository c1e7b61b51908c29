package io.sluice.compare;

import io.sluice.compare.contestant.Contestant;
import io.sluice.compare.contestant.Contestants;
import io.sluice.compare.contestant.Ground;
import io.sluice.compare.contestant.Sluice;
import io.sluice.compare.contestant.Variant;
import io.sluice.compare.load.Generator;
import io.sluice.compare.load.PreparedRequests;
import io.sluice.compare.report.model.Load;
import io.sluice.compare.report.model.Measured;
import io.sluice.compare.report.model.Round;
import io.sluice.compare.report.model.Rounds;
import io.sluice.compare.report.model.Soak;
import io.sluice.sandbox.place.SandboxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts all, takes one load after the other, and ends all. */
final class Comparison {
    private static final int PORT_BASE = 18_600;

    private final Plan plan;
    private final Ground ground;
    private final Contestants contestants;
    private final PreparedRequests requests;
    private final Generator generator;
    private final Meter meter;
    private final List<Round> rounds = new ArrayList<>();
    private boolean whole = true;

    private Comparison(Plan plan, Ground ground, Contestants contestants, Generator generator) {
        this.plan = plan;
        this.ground = ground;
        this.contestants = contestants;
        this.generator = generator;
        this.requests = new PreparedRequests(
                ground.merchant().keyId(), ground.merchant().key().signingText());
        this.meter = new Meter(ground, contestants.all());
    }

    /** Blocks until all was measured. */
    static Measured run(Plan plan) throws InterruptedException {
        if (plan.has(Load.STREAMS)) {
            StreamRounds.requireFiles(plan.streams(), plan.connections());
        }
        var folder = WorkFolder.create();
        try {
            Outcome outcome = run(plan, folder);
            if (outcome.whole()) {
                folder.delete();
            } else {
                Console.progress("data and logs are kept in " + folder.path());
            }
            return outcome.measured();
        } catch (RuntimeException e) {
            Console.progress("data and logs are kept in " + folder.path());
            throw e;
        }
    }

    private static Outcome run(Plan plan, WorkFolder folder) throws InterruptedException {
        try (var ground = Ground.start(folder.path(), PORT_BASE - 1);
                var contestants = Contestants.start(ground, plan.contestants(), PORT_BASE, Console::progress);
                var generator = new Generator()) {
            return new Comparison(plan, ground, contestants, generator).measure();
        }
    }

    /** @param whole whether all that was to be measured was */
    private record Outcome(Measured measured, boolean whole) {}

    private Outcome measure() throws InterruptedException {
        Console.progress("warming up with %,d payments each".formatted(plan.warmUp()));
        var run = new Run(ground, requests, generator, meter);
        run.warmUp(contestants.all(), plan.warmUp(), plan.connections());
        int steadyPerSecond = 0;
        if (plan.saturates()) {
            saturate(run);
            steadyPerSecond = orElse(0, "open loops", () -> openLoops(run));
        }
        Optional<Sluice> sluice = contestants.sluice();
        List<Double> kbPerStream = List.of();
        Optional<Soak> soak = Optional.empty();
        if (sluice.isPresent()) {
            kbPerStream = orElse(List.of(), "streams", () -> streams(sluice.get()));
            rounds.addAll(orElse(List.of(), "callbacks", () -> callbacks(sluice.get())));
            soak = orElse(Optional.empty(), "soak", () -> soak(sluice.get()));
        }
        var measured = new Measured(new Rounds(rounds), steadyPerSecond, plan.streams(), kbPerStream, soak);
        return new Outcome(measured, whole);
    }

    /** What cannot be measured is said, and what was measured before is not lost. */
    private <T> T orElse(T nothing, String load, Measuring<T> measuring) throws InterruptedException {
        try {
            return measuring.measure();
        } catch (SandboxException e) {
            whole = false;
            Console.progress("not measured, " + load + ": " + e.getMessage());
            return nothing;
        }
    }

    private interface Measuring<T> {
        T measure() throws InterruptedException;
    }

    private void saturate(Run run) throws InterruptedException {
        for (int i = 1; i <= plan.rounds(); i++) {
            Console.progress("saturated, round " + i);
            rounds.addAll(run.round(
                    contestants.all(),
                    Turn.begin(i, Load.SATURATED),
                    plan.saturatedPayments(),
                    run.saturating(plan.connections())));
        }
    }

    /** @return the rate of the steady one; 0 when there was none */
    private int openLoops(Run run) throws InterruptedException {
        Optional<Rates> rates = Rates.of(new Rounds(rounds), plan.steadyPerSecond());
        if (rates.isEmpty()) {
            return 0;
        }
        int steady = rates.get().steady();
        int busy = rates.get().busy();
        Console.progress(rates.get().remark());
        List<Round> busyRounds = plan.has(Load.BUSY) ? open(run, Load.BUSY, busy) : List.of();
        rounds.addAll(busyRounds);
        if (busy == steady && !busyRounds.isEmpty()) {
            busyRounds.forEach(round -> rounds.add(round.as(Load.STEADY)));
        } else if (plan.has(Load.STEADY)) {
            rounds.addAll(open(run, Load.STEADY, steady));
        } else {
            return 0;
        }
        return steady;
    }

    /** Only of those whom a ratio compares under these loads. */
    private List<Round> open(Run run, Load load, int perSecond) throws InterruptedException {
        List<Contestant> taking = contestants.all().stream()
                .filter(contestant -> contestant.name().equals(Variant.SLUICE.label())
                        || contestant.name().equals(Variant.MVC.label()))
                .toList();
        List<Round> opened = new ArrayList<>();
        for (int i = 1; i <= plan.rounds(); i++) {
            Console.progress("%s at %,d payments/s, round %d".formatted(load.label(), perSecond, i));
            opened.addAll(
                    run.round(taking, Turn.begin(i, load), perSecond * plan.openSeconds(), run.steady(perSecond)));
        }
        return opened;
    }

    private List<Double> streams(Sluice sluice) throws InterruptedException {
        if (!plan.has(Load.STREAMS)) {
            return List.of();
        }
        var streams = new StreamRounds(ground, sluice, requests, generator, meter);
        rounds.addAll(streams.measure(plan));
        return streams.kbEach();
    }

    private List<Round> callbacks(Sluice sluice) throws InterruptedException {
        return plan.has(Load.CALLBACKS)
                ? new CallbackRounds(ground, sluice, requests, generator, meter).measure(plan)
                : List.of();
    }

    private Optional<Soak> soak(Sluice sluice) throws InterruptedException {
        if (plan.soak().isZero()) {
            return Optional.empty();
        }
        Console.progress("soaking for " + plan.soak().toMinutes() + " minutes");
        return Optional.of(new SoakRun(ground, sluice, requests, generator)
                .measure(plan.soak(), plan.saturatedPayments(), plan.connections()));
    }
}
