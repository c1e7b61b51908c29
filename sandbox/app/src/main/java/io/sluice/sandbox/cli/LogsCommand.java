package io.sluice.sandbox.cli;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows logs. */
@Command(
        name = "logs",
        description = "The end of a log. In one JVM all apps share the sandbox's.",
        footer = {"", "Examples:", "  ./sluice logs -f", "  ./sluice logs postgres"})
final class LogsCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "an app with a process of its own, postgres, redis or kafka; without it, the sandbox's log")
    private @Nullable String name;

    @Option(
            names = {"-f", "--follow"},
            description = "go on showing what is added")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "100",
            description = "how many lines (default: ${DEFAULT-VALUE})")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tail", "-n", String.valueOf(lines)));
        if (follow) {
            command.add("-F");
        }
        command.add(file(sandbox.running()).toString());
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private Path file(Place place) {
        if (name == null) {
            return place.sandboxLog();
        }
        String server = name.equals("postgres") ? "postgresql" : name;
        return List.of(place.logs().resolve(name + ".log"), place.servers(name).resolve(server + ".log")).stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new SandboxException(
                        "there is no log of " + name + " by itself: ./sluice logs shows the sandbox's"));
    }
}
