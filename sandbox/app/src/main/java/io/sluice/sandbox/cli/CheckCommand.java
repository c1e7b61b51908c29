package io.sluice.sandbox.cli;

import io.sluice.sandbox.books.CheckerSources;
import io.sluice.sandbox.checker.Checker;
import io.sluice.sandbox.checker.Finding;
import io.sluice.sandbox.place.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The independent checker, on a sandbox that runs. */
@Command(
        name = "check",
        description = {
            "The invariants, by a checker that shares no code with the gateway: it reads the tables, the channel's book, the",
            "webhook receiver's log and a client's history. Exits 2 when one is violated."
        },
        footer = {"", "Examples:", "  ./sluice check", "  ./sluice check --history history.jsonl"})
final class CheckCommand implements Callable<Integer> {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "what a client asked and was answered, one JSON object a line (docs/chaos.md)")
    private @Nullable Path history;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "how long what is on its way may take (default: ${DEFAULT-VALUE})")
    private int waitSeconds;

    @Override
    public Integer call() {
        var sources = CheckerSources.of(sandbox.running(), history);
        Instant deadline = Instant.now().plusSeconds(waitSeconds);
        List<Finding> findings = Checker.check(sources);
        while (!hold(findings) && Instant.now().isBefore(deadline)) {
            Pause.of(LOOK_EVERY);
            findings = Checker.check(sources);
        }
        findings.forEach(finding -> Verdicts.print(finding.check() + ": " + finding.rule(), finding.violations()));
        return hold(findings) ? Commands.OK : Commands.DIFFERENCES;
    }

    private static boolean hold(List<Finding> findings) {
        return findings.stream().allMatch(Finding::holds);
    }
}
