package io.sluice.sandbox.cli;

import io.sluice.sandbox.chaos.Fault;
import io.sluice.sandbox.chaos.Result;
import io.sluice.sandbox.chaos.Rigs;
import io.sluice.sandbox.chaos.Trial;
import io.sluice.sandbox.place.SandboxException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Breaks a sandbox of its own, fault by fault. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = {
            "Kills processes and cuts, delays and half-opens connections under load, in a sandbox of its own, and lets the",
            "independent checker judge what is left. Prints a table and exits 2 when a check is violated."
        },
        footer = {
            "",
            "Examples:",
            "  ./sluice chaos                                   every fault, some eight minutes",
            "  ./sluice chaos --fault half-open-postgres --seed 7",
            "  ./sluice chaos --fault kill-all --rate 100 --in-flight 200",
            "",
            "Faults: kill-edge, -callback, -ledger, -notifier, -postgres, -redis, -kafka, -all; and to each of",
            "postgres, redis, kafka, channel: cut-, delay-, half-open-, lost-answers-"
        })
final class ChaosCommand implements Callable<Integer> {
    private static final int PORT_BASE = 18_480;

    @Option(names = "--fault", paramLabel = "NAME", description = "this one only; several times for several")
    private List<String> names = List.of();

    @Option(names = "--seed", paramLabel = "S", description = "draws the moments (default: another each time)")
    private long seed = System.currentTimeMillis();

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "30",
            description = "payments a second (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "6",
            description = "how long the load goes on at least (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "how many payments and refunds are under way before a fault comes (default: ${DEFAULT-VALUE})")
    private int inFlight;

    @Option(names = "--port-base", paramLabel = "N", description = "the sandbox's ports (default: " + PORT_BASE + ")")
    private int portBase = PORT_BASE;

    @Override
    public Integer call() {
        if (rate < 1 || seconds < 1) {
            throw new SandboxException("--rate and --seconds are at least 1");
        }
        List<Fault> faults =
                names.isEmpty() ? Fault.all() : names.stream().map(Fault::named).toList();
        System.out.println(Result.header());
        int failed = 0;
        var progress = new Progress(System.err);
        try (var rigs = Rigs.on(portBase, progress::show)) {
            for (Fault each : faults) {
                var rig = rigs.rig();
                progress.show(each.name());
                Result result = new Trial(each, seed, rate, seconds, inFlight).run(rig);
                progress.end();
                print(result);
                if (!result.holds()) {
                    failed++;
                    System.out.println("    logs, books and history are kept in " + rigs.keepEvidence());
                }
            }
        }
        System.out.println(
                failed == 0 ? "every check held" : failed + " of " + faults.size() + " faults broke a check");
        return failed == 0 ? Commands.OK : Commands.DIFFERENCES;
    }

    private static void print(Result result) {
        System.out.println(result.row());
        result.findings().stream()
                .filter(finding -> !finding.holds())
                .forEach(finding -> Verdicts.print(finding.check() + ": " + finding.rule(), finding.violations()));
    }
}
