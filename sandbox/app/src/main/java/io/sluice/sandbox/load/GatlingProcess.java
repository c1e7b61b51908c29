package io.sluice.sandbox.load;

import io.sluice.sandbox.place.Places;
import io.sluice.sandbox.place.SandboxException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Gatling in a JVM of its own, with the class path of {@code perf/gatling} and nothing of ours on it. */
public final class GatlingProcess {
    private static final Path MODULE = Path.of("perf", "gatling", "target");
    private static final List<String> FLAGS = List.of(
            "-Xms256m",
            "-Xmx768m",
            "-XX:+UseParallelGC",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Path folder;
    private final List<String> runBy;

    /** @param folder where its report and its output are left */
    GatlingProcess(Path folder) {
        this(folder, List.of());
    }

    /**
     * @param folder where its report and its output are left
     * @param runBy a command that runs what follows it, such as {@code taskset -c 1}; empty for none
     */
    public GatlingProcess(Path folder, List<String> runBy) {
        this.folder = folder;
        this.runBy = List.copyOf(runBy);
    }

    /**
     * Runs a simulation to its end.
     *
     * @param settings without the {@code load.} that they are told with
     * @param line told each line that it prints
     * @return its exit code: 0 when every assertion held
     */
    public int run(String simulation, Map<String, String> settings, Consumer<String> line) {
        try {
            Process process = new ProcessBuilder(command(simulation, settings))
                    .redirectErrorStream(true)
                    .start();
            var end = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(end);
            read(process, line);
            int code = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            return code;
        } catch (IOException e) {
            throw new SandboxException("Gatling cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted", e);
        }
    }

    private void read(Process process, Consumer<String> line) throws IOException {
        try (var output = Files.newBufferedWriter(folder.resolve("gatling.log"));
                var lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String next = lines.readLine(); next != null; next = lines.readLine()) {
                output.append(next).append('\n').flush();
                line.accept(next);
            }
        }
    }

    private List<String> command(String simulation, Map<String, String> settings) {
        List<String> command = new ArrayList<>(runBy);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        settings.forEach((name, value) -> command.add("-Dload." + name + "=" + value));
        command.addAll(
                List.of("-cp", classPath(), "io.gatling.app.Gatling", "-s", simulation, "-rf", folder.toString()));
        return command;
    }

    /** @throws SandboxException when it is not built */
    private static String classPath() {
        Path built = Places.home().resolve(MODULE);
        try {
            return built.resolve("test-classes")
                    + File.pathSeparator
                    + Files.readString(built.resolve("gatling.classpath")).strip();
        } catch (IOException e) {
            throw new SandboxException("perf/gatling is not built: ./sluice load builds it before it runs", e);
        }
    }
}
