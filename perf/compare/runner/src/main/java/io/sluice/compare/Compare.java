package io.sluice.compare;

import io.sluice.compare.contestant.Variant;
import io.sluice.compare.report.GoalTable;
import io.sluice.compare.report.JsonReport;
import io.sluice.compare.report.Machine;
import io.sluice.compare.report.Table;
import io.sluice.compare.report.model.Load;
import io.sluice.compare.report.model.Measured;
import io.sluice.sandbox.cli.Spans;
import io.sluice.sandbox.place.SandboxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
            "  ./sluice compare                                   everything, less than half an hour",
            "  ./sluice compare --soak 30m                        everything, and the memory over half an hour more",
            "  ./sluice compare --contestant sluice --load callbacks --load streams",
            "  ./sluice compare --quick                           Sluice, baseline and floor, some three minutes",
            "  ./sluice compare --contestant sluice --contestant mvc-gathered --rounds 5 --json figures.json"
        })
public final class Compare implements Callable<Integer> {
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

    @Option(
            names = "--load",
            paramLabel = "NAME",
            description =
                    "only these: saturated, steady, busy, streams, callbacks; steady and busy need saturated before")
    private List<String> loads = List.of();

    @Option(
            names = "--streams",
            paramLabel = "N",
            defaultValue = "5000",
            description = "how many idle subscribers (default: ${DEFAULT-VALUE})")
    private int streams;

    @Option(
            names = "--soak",
            paramLabel = "TIME",
            description = "saturate Sluice for that long at the end, such as 30m, and watch the edge's memory")
    private @Nullable String soak;

    public static void main(String[] args) {
        Console.execute(new Compare(), args);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (rounds < 3) {
            throw new SandboxException("--rounds is at least 3: fewer have no spread");
        }
        Plan plan = plan();
        Machine machine = Machine.here();
        System.out.println(machine);
        Measured measured = Comparison.run(plan);
        List<String> order = plan.contestants().stream().map(Variant::label).toList();
        System.out.println(new Table(measured.rounds(), order).text());
        System.out.println();
        System.out.println(GoalTable.of(measured));
        if (json != null) {
            JsonReport.write(json, measured, machine);
        }
        return 0;
    }

    private Plan plan() {
        List<Variant> contestants = names.isEmpty()
                ? quick ? QUICK : Arrays.asList(Variant.values())
                : names.stream().map(Variant::labelled).toList();
        Set<Load> measured = loads.isEmpty()
                ? quick ? EnumSet.of(Load.SATURATED, Load.BUSY) : EnumSet.allOf(Load.class)
                : loads.stream().map(Load::labelled).collect(Collectors.toSet());
        Duration soaking = soak == null ? Duration.ZERO : Spans.read("--soak", soak);
        return quick
                ? Plan.quick(contestants, measured, rounds, streams, soaking)
                : Plan.full(contestants, measured, rounds, streams, soaking);
    }
}
