package io.sluice.compare.contestant;

import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A JVM of its own that ends with this one: the kernel sees to it, however this one ends. */
final class JvmProcess implements AutoCloseable {
    /** The same for every contestant. Most of it is for the young: what a request needs is garbage when it is answered. */
    private static final List<String> FLAGS = List.of(
            "-Xms512m",
            "-Xmx512m",
            "-Xmn340m",
            "-XX:+UseParallelGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseTransparentHugePages",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final String name;
    private final Process process;
    private final Path log;

    private JvmProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it; call from a thread that lives as long as the process shall.
     *
     * @param variables of its environment, beside this one's without those of Sluice
     */
    static JvmProcess start(
            String name,
            Path folder,
            String classPath,
            Map<String, String> variables,
            String main,
            String... arguments) {
        List<String> command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        Path log = folder.resolve(name + ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("SLUICE_"));
        builder.environment().putAll(variables);
        try {
            return new JvmProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new SandboxException("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Returns when it is ready. */
    void await(BooleanSupplier isReady) {
        Instant deadline = Instant.now().plus(READY_WITHIN);
        while (!isReady.getAsBoolean()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new SandboxException(name + " did not start: its log is " + log);
            }
            Pause.of(LOOK_EVERY);
        }
    }

    /** At once: what it would still write is thrown away with everything else. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
