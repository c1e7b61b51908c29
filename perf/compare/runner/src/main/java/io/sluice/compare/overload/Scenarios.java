package io.sluice.compare.overload;

import io.sluice.compare.contestant.Ground;
import io.sluice.compare.contestant.GuardedSluice;
import io.sluice.compare.overload.model.Line;
import io.sluice.compare.overload.model.Probed;
import io.sluice.sandbox.load.GatlingOutput;
import io.sluice.sandbox.load.GatlingProcess;
import io.sluice.sandbox.load.LoadFinding;
import io.sluice.sandbox.load.LoadPhase;
import io.sluice.sandbox.load.LoadScenario;
import io.sluice.sandbox.load.MemoryWatch;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Runs scenarios of {@code perf/gatling} against one edge over the stub channel, on cores of their own. */
final class Scenarios {
    private static final int STALLED_READERS = 500;

    /** Rates of a ramp. */
    private static final int STEPS = 16;

    /** As long as a phase of {@code overload}. */
    private static final Duration HELD = Duration.ofSeconds(20);

    /** Phases of a rehearsal are as much shorter. */
    private static final int REHEARSALS_PART = 3;

    private final Ground ground;
    private final GuardedSluice sluice;
    private final Path keys;
    private final Path folder;
    private final Cores cores;
    private final Probing probing;
    private final Duration warmUp;
    private final Consumer<String> progress;

    Scenarios(
            Ground ground,
            GuardedSluice sluice,
            Path keys,
            Path folder,
            Cores cores,
            Probing probing,
            Duration warmUp,
            Consumer<String> progress) {
        this.ground = ground;
        this.sluice = sluice;
        this.keys = keys;
        this.folder = folder;
        this.cores = cores;
        this.probing = probing;
        this.warmUp = warmUp;
        this.progress = progress;
    }

    /**
     * The payments a second that are borne, looked for up to the rate, and borne for as long as a scenario's phase: what a ramp
     * finds may be too much for that, and then it is a step less.
     *
     * @param ramp how long it is looked for
     */
    int capacity(int upTo, Duration ramp) {
        int capacity = ramp(upTo, ramp, STEPS);
        while (capacity > 0 && ramp(capacity, HELD, 1) == 0) {
            capacity -= Math.max(1, upTo / STEPS);
        }
        if (capacity <= 0) {
            throw new SandboxException("not even the first step of a ramp to " + upTo
                    + " payments/s is borne; name a capacity with --rate");
        }
        return capacity;
    }

    /** What is borne of it, a step less if there is one; 0 for nothing. */
    private int ramp(int upTo, Duration duration, int steps) {
        progress.accept("%s at %d payments/s".formatted(LoadScenario.RAMP.label(), upTo));
        Path results = results("%s at %d in %d steps".formatted(LoadScenario.RAMP.label(), upTo, steps));
        Map<String, String> settings = settings(LoadScenario.RAMP, results, upTo, duration);
        settings.put("steps", String.valueOf(steps));
        run(LoadScenario.RAMP, results, settings);
        return LoadFinding.figure(findings(results), "capacity");
    }

    /** What was wanted of one scenario, and what was seen. It is rehearsed before. */
    List<Line> lines(LoadScenario scenario, int rate, Duration duration) {
        int rehearsed = rehearse(scenario, rate, duration.dividedBy(REHEARSALS_PART));
        try (var memory = MemoryWatch.start(sluice.service().pids().getFirst())) {
            List<Line> lines = new ArrayList<>();
            int code =
                    Probing.isOf(scenario) ? runProbed(scenario, rate, duration, lines) : run(scenario, rate, duration);
            List<LoadFinding> findings = new ArrayList<>(LoadFinding.in(findings(scenario)));
            findings.stream()
                    .filter(finding -> !finding.isExpectation())
                    .forEach(note -> progress.accept(scenario.label() + ", " + note.text()));
            if (scenario == LoadScenario.OVERLOAD) {
                findings.addAll(memory.findings());
            }
            lines.addFirst(errors(scenario, rehearsed == 0 && code == 0));
            findings.stream()
                    .filter(LoadFinding::isExpectation)
                    .map(found -> new Line(scenario.label(), found.what(), found.wanted(), found.seen(), found.holds()))
                    .forEach(lines::add);
            return lines;
        }
    }

    /**
     * The same for a shorter while, of which no latency counts. Code that was compiled while there was nothing but payments is
     * thrown away when streams, refusals or a slow channel come for the first time, and compiling it anew takes most of the
     * gateway's core for some seconds.
     */
    private int rehearse(LoadScenario scenario, int rate, Duration duration) {
        progress.accept(scenario.label() + " is rehearsed");
        return run(scenario, results("rehearsal of " + scenario.label()), rate, duration);
    }

    private static Line errors(LoadScenario scenario, boolean none) {
        return new Line(
                scenario.label(),
                "answers but granted or refused with Retry-After",
                "none",
                none ? "none" : "some, see gatling.log",
                none);
    }

    /** Adds what was wanted of latencies, and seen. Returns 0 when every answer was granted or refused in good order. */
    private int runProbed(LoadScenario scenario, int rate, Duration duration, List<Line> lines) {
        try (var probe = probing.begin(scenario)) {
            int code = run(scenario, rate, duration);
            var probed = new Probed(LoadPhase.in(findings(scenario)), probe.answers());
            probed.notes().forEach(note -> progress.accept(scenario.label() + ", from beside " + note));
            lines.addAll(Probing.lines(scenario, probed));
            return probed.isWithoutError() ? code : 1;
        }
    }

    private int run(LoadScenario scenario, int rate, Duration duration) {
        progress.accept("%s at %d payments/s".formatted(scenario.label(), rate));
        return run(scenario, results(scenario.label()), rate, duration);
    }

    private int run(LoadScenario scenario, Path results, int rate, Duration duration) {
        return run(scenario, results, settings(scenario, results, rate, duration));
    }

    private int run(LoadScenario scenario, Path results, Map<String, String> settings) {
        ground.settle(sluice.name());
        var output = new GatlingOutput(scenario.label(), _ -> {});
        return new GatlingProcess(results, cores.onGenerators()).run(scenario.simulation(), settings, output::line);
    }

    private Path results(String run) {
        try {
            return Files.createDirectories(folder.resolve(run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path findings(LoadScenario scenario) {
        return findings(results(scenario.label()));
    }

    private static Path findings(Path results) {
        return results.resolve("findings.jsonl");
    }

    private Map<String, String> settings(LoadScenario scenario, Path results, int rate, Duration duration) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("edge", sluice.url());
        settings.put("keys", keys.toString());
        settings.put("findings", findings(results).toString());
        settings.put("method", "stub_wallet");
        settings.put("method.other", "stub_other_wallet");
        settings.put("channel.other", "stub_other");
        settings.put("simulator.stub_other", ground.otherChannel());
        settings.put("probed", String.valueOf(Probing.isOf(scenario)));
        settings.put("rate", String.valueOf(rate));
        settings.put("users", String.valueOf(STALLED_READERS));
        settings.put("seconds", String.valueOf(duration.toSeconds()));
        settings.put("warmup", String.valueOf(warmUp.toSeconds()));
        return settings;
    }
}
