package io.sluice.compare;

import io.sluice.compare.overload.OverloadJson;
import io.sluice.compare.overload.OverloadPlan;
import io.sluice.compare.overload.OverloadRun;
import io.sluice.compare.overload.model.Line;
import io.sluice.compare.overload.model.LineTable;
import io.sluice.compare.report.Machine;
import io.sluice.sandbox.load.LoadScenario;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sluice overload}. */
@Command(
        name = "sluice overload",
        mixinStandardHelpOptions = true,
        description = {
            "Asks too much of the gateway in one way after the other, with the scenarios of perf/gatling over the stub",
            "channel, and prints one table: what was wanted and what was seen. Exits 2 when a line does not hold.",
            "docs/performance.md says how, and how to read it."
        },
        footer = {
            "",
            "Examples:",
            "  ./sluice overload                          everything, a quarter of an hour",
            "  ./sluice overload unfair --rate 500        one scenario, where 500 payments/s are known to be borne",
            "  ./sluice overload --json figures.json"
        })
public final class Overload implements Callable<Integer> {
    private static final int DIFFERENCES = 2;

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..*",
            description = "only these: overload, unfair, slow-channel, stalled-sse")
    private List<String> names = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "write machine and lines there")
    private @Nullable Path json;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "0",
            description = "the capacity in payments a second (default: looked for)")
    private int rate;

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            defaultValue = "18600",
            description = "the first of the ports that are used (default: ${DEFAULT-VALUE})")
    private int portBase;

    public static void main(String[] args) {
        Console.execute(new Overload(), args);
    }

    @Override
    public Integer call() throws InterruptedException {
        List<LoadScenario> scenarios = names.isEmpty()
                ? OverloadPlan.all()
                : names.stream().map(LoadScenario::named).toList();
        var machine = Machine.here();
        System.out.println(machine + "; " + OverloadRun.cores());
        var folder = WorkFolder.create();
        List<Line> lines =
                new OverloadRun(OverloadPlan.full(scenarios, rate), folder.path(), portBase, Console::progress).run();
        var table = new LineTable(lines);
        System.out.println(table.text());
        if (json != null) {
            OverloadJson.write(json, lines, machine);
        }
        if (table.allHold()) {
            folder.delete();
            return 0;
        }
        Console.progress("Gatling's reports, data and logs are kept in " + folder.path());
        return DIFFERENCES;
    }
}
