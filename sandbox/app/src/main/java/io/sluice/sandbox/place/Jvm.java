package io.sluice.sandbox.place;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of other JVMs with this one's class path. */
public final class Jvm {
    private static final List<String> QUIET =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Xshare:auto");

    /** For one app by itself. */
    public static final List<String> APP_FLAGS =
            with("-Xms64m", "-Xmx512m", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders");

    /** For the sandbox, with or without the apps in it. */
    public static final List<String> SANDBOX_FLAGS = with(
            "-Xms128m",
            "-Xmx1g",
            "-XX:+UseParallelGC",
            "-XX:+UseCompactObjectHeaders",
            "-Dorg.springframework.boot.logging.LoggingSystem=none",
            "-Dlogback.configurationFile=io/sluice/sandbox/run/sandbox-logback.xml");

    private Jvm() {}

    /** Runs the main class. */
    public static List<String> command(List<String> flags, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> with(String... more) {
        List<String> flags = new ArrayList<>(QUIET);
        flags.addAll(List.of(more));
        return List.copyOf(flags);
    }
}
