package io.sluice.compare;

import io.sluice.compare.contestant.Contestants;
import io.sluice.compare.contestant.Ground;
import io.sluice.compare.contestant.Variant;
import io.sluice.compare.load.Generator;
import io.sluice.compare.load.PreparedRequests;
import io.sluice.compare.report.JsonReport;
import io.sluice.compare.report.Machine;
import io.sluice.compare.report.Table;
import io.sluice.compare.report.model.Load;
import io.sluice.compare.report.model.Round;
import io.sluice.compare.report.model.Rounds;
import io.sluice.sandbox.place.SandboxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sluice compare}. */
@Command(
        name = "sluice compare",
        mixinStandardHelpOptions = true,
        description = {
            "Runs Sluice, blocking baselines and the floor on this machine, in turn and in one run, with the same"
                    + " signed",
            "payments, and prints what each takes and costs. docs/performance.md says how, and how to read it."
        },
        footer = {
            "",
            "Examples:",
            "  ./sluice compare                                   everything, some twenty minutes",
            "  ./sluice compare --quick                           Sluice, the baseline and the floor, some three"
                    + " minutes",
            "  ./sluice compare --contestant sluice --contestant mvc-gathered --rounds 5 --json figures.json"
        })
public final class Compare implements Callable<Integer> {
    private static final int PORT_BASE = 18_600;
    private static final double BUSY_SHARE = 0.8;
    private static final List<Variant> QUICK = List.of(Variant.SLUICE, Variant.MVC, Variant.FLOOR);

    @Option(names = "--quick", description = "shorter loads and the three contestants that matter most")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "write ratios, spreads and every round there")
    private @Nullable Path json;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "how often each load is run (default: ${DEFAULT-VALUE}, the least that has a spread)")
    private int rounds;

    @Option(
            names = "--contestant",
            paramLabel = "NAME",
            description = "only these: sluice, sluice-product, mvc, mvc-corretto, mvc-gathered, floor")
    private List<String> names = List.of();

    public static void main(String[] args) {
        Console.execute(new Compare(), args);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (rounds < 3) {
            throw new SandboxException("--rounds is at least 3: fewer have no spread");
        }
        Plan plan = quick ? Plan.quick(contestants(), rounds) : Plan.full(contestants(), rounds);
        Machine machine = Machine.here();
        System.out.println(machine);
        Rounds measured = run(plan);
        System.out.println(new Table(
                        measured,
                        plan.contestants().stream().map(Variant::label).toList())
                .text());
        if (json != null) {
            JsonReport.write(json, measured, machine);
        }
        return 0;
    }

    private List<Variant> contestants() {
        if (!names.isEmpty()) {
            return names.stream().map(Variant::labelled).toList();
        }
        return quick ? QUICK : Arrays.asList(Variant.values());
    }

    /** Starts all, measures, and ends all. */
    static Rounds run(Plan plan) throws InterruptedException {
        var folder = WorkFolder.create();
        try {
            Rounds measured = run(plan, folder);
            folder.delete();
            return measured;
        } catch (RuntimeException e) {
            Console.progress("data and logs are kept in " + folder.path());
            throw e;
        }
    }

    private static Rounds run(Plan plan, WorkFolder folder) throws InterruptedException {
        try (var ground = Ground.start(folder.path(), PORT_BASE - 1);
                var contestants = Contestants.start(ground, plan.contestants(), PORT_BASE, Console::progress);
                var generator = new Generator()) {
            var merchant = ground.merchant();
            var requests = new PreparedRequests(merchant.keyId(), merchant.key().signingText());
            return measure(plan, new Run(ground, contestants.all(), requests, generator));
        }
    }

    private static Rounds measure(Plan plan, Run run) throws InterruptedException {
        Run.Sending saturating = run.saturating(plan.connections());
        Console.progress("warming up with " + plan.warmUp() + " payments each");
        run.warmUp(plan.warmUp(), plan.connections());
        for (int i = 1; i <= plan.rounds(); i++) {
            Console.progress("saturated, round " + i);
            run.round(i, Load.SATURATED, plan.saturatedPayments(), saturating);
        }
        open(plan, run, Load.STEADY, plan.steadyPerSecond());
        var capacity = run.rounds().spread(Load.SATURATED, Variant.MVC.label(), Round::perSecond);
        if (capacity.isPresent()) {
            open(plan, run, Load.BUSY, (int) (capacity.get().median() * BUSY_SHARE));
        }
        return run.rounds();
    }

    private static void open(Plan plan, Run run, Load load, int perSecond) throws InterruptedException {
        for (int i = 1; i <= plan.rounds(); i++) {
            Console.progress("%s at %d payments/s, round %d".formatted(load.label(), perSecond, i));
            run.round(i, load, perSecond * plan.steadySeconds(), run.steady(perSecond));
        }
    }
}
