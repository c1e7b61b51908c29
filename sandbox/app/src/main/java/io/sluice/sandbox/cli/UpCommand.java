package io.sluice.sandbox.cli;

import io.sluice.sandbox.place.Place;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the sandbox. */
@Command(
        name = "up",
        description = "Starts everything and returns when it is ready. Data live in .sandbox/ and survive a restart.",
        footer = {
            "",
            "Examples:",
            "  ./sluice up",
            "  ./sluice up --fresh                  with empty servers and new keys",
            "  ./sluice up --port-base 18080        on ports 18080 to 18183 instead of 8080 to 8183",
            "  ./sluice up --processes              each app in a process of its own, as in production"
        })
final class UpCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Option(names = "--fresh", description = "remove all data of an earlier run first")
    private boolean fresh;

    @Option(names = "--processes", description = "each app in a process of its own")
    private boolean processes;

    @Option(names = "--foreground", description = "stay, and end the sandbox with Ctrl-C")
    private boolean foreground;

    @Override
    public Integer call() {
        Place place = sandbox.toStart();
        var launcher = new Launcher(place, System.out);
        launcher.up(processes, fresh);
        StatusScreen.print(place, System.out);
        if (foreground) {
            launcher.stayUntilItEnds();
        }
        return Commands.OK;
    }
}
