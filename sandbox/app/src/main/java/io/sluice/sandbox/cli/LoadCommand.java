package io.sluice.sandbox.cli;

import io.sluice.sandbox.books.Verification;
import io.sluice.sandbox.load.LoadFinding;
import io.sluice.sandbox.load.LoadPlan;
import io.sluice.sandbox.load.LoadResult;
import io.sluice.sandbox.load.LoadRun;
import io.sluice.sandbox.load.LoadScenario;
import io.sluice.sandbox.place.Place;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a sandbox under load. */
@Command(
        name = "load",
        description = {
            "Runs a load scenario of perf/gatling against the sandbox, which it starts, each app in a process of its own, when",
            "none runs. Prints a summary, names Gatling's report, verifies all books, and exits 2 when anything is not as it must be."
        },
        footer = {
            "",
            "Scenarios (an unknown name lists them; perf/gatling/README.md tells more):",
            "  steady, ramp, spike, soak, callback-storm, sse, mixed",
            "  overload, unfair, slow-channel, stalled-sse",
            "",
            "Examples:",
            "  ./sluice load steady",
            "  ./sluice load steady --rate 200 --duration 2m",
            "  ./sluice load sse --users 5000",
            "  ./sluice load overload               measures the capacity first"
        })
final class LoadCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Parameters(paramLabel = "SCENARIO", description = "which one")
    private String scenario = "";

    @Option(names = "--rate", paramLabel = "N", description = "payments a second (default: the scenario's own)")
    private @Nullable Integer rate;

    @Option(names = "--duration", paramLabel = "D", description = "such as 90s or 30m (default: the scenario's own)")
    private @Nullable String duration;

    @Option(names = "--users", paramLabel = "N", description = "subscribers of sse and stalled-sse")
    private @Nullable Integer users;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "how long what is on its way afterwards may take (default: ${DEFAULT-VALUE})")
    private int waitSeconds;

    @Override
    public Integer call() {
        @Nullable Duration lasts = duration == null ? null : Spans.read("--duration", duration);
        var plan = LoadPlan.of(LoadScenario.named(scenario), rate, lasts, users);
        Place place = sandbox.runningOrStarted();
        var progress = new Progress(System.out);
        LoadResult result = LoadRun.run(place, plan, progress::show);
        progress.show("verifying all books");
        var verification = Verification.settled(place, Duration.ofSeconds(waitSeconds), Verification::holds);
        progress.end();
        print(result);
        VerifyCommand.print(verification);
        return result.holds() && verification.holds() ? Commands.OK : Commands.DIFFERENCES;
    }

    private static void print(LoadResult result) {
        result.summary().forEach(System.out::println);
        result.findings().forEach(LoadCommand::print);
        if (!result.assertionsHold()) {
            System.out.println(Ansi.AUTO.string("@|bold,red WRONG |@") + "Gatling's assertions do not hold");
        }
        System.out.println("report, output and findings are in " + Place.shown(result.folder()));
    }

    private static void print(LoadFinding finding) {
        System.out.println(
                Ansi.AUTO.string(finding.holds() ? "@|green ok    |@" : "@|bold,red WRONG |@") + finding.text());
    }
}
