package io.sluice.sandbox.cli;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Places;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sandbox a command means, and help for every command. */
final class SandboxOption {
    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "the sandbox on these ports; without it, the one that runs from this folder")
    private @Nullable Integer base;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this and exit")
    private boolean help;

    Place running() {
        return Places.running(base);
    }

    Place toStart() {
        return Places.toStart(base);
    }

    /** The one that runs, or one that is started now, each app in a process of its own. */
    Place runningOrStarted() {
        return Places.living(base).orElseGet(() -> {
            Place place = Places.toStart(base);
            new Launcher(place, System.out).up(/* processes= */ true, /* fresh= */ false);
            return place;
        });
    }

    boolean asksForHelp() {
        return help;
    }
}
