package io.sluice.sandbox.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stops the sandbox. */
@Command(name = "down", description = "Stops the sandbox in good order; its data stay.")
final class DownCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "45",
            description = "how long before it is ended by force (default: ${DEFAULT-VALUE})")
    private int patienceSeconds;

    @Override
    public Integer call() {
        var place = sandbox.running();
        new Launcher(place, System.out).down(Duration.ofSeconds(patienceSeconds));
        System.out.println("Sluice is down; its data stay in the folder .sandbox");
        return Commands.OK;
    }
}
