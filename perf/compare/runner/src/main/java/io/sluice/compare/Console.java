package io.sluice.compare;

import io.sluice.sandbox.place.SandboxException;
import picocli.CommandLine;

/** How the commands speak: results on standard output, what is being done and what went wrong on standard error. */
final class Console {
    private static final long BEGAN_NANOS = System.nanoTime();

    private Console() {}

    /** Runs a command and ends this process; what went wrong is said in one line. */
    static void execute(Object command, String... args) {
        var line = new CommandLine(command);
        line.setExecutionExceptionHandler((e, failed, parsed) -> {
            failed.getErr().println("sluice: " + SandboxException.of(e).getMessage());
            return 1;
        });
        System.exit(line.execute(args));
    }

    static void progress(String doing) {
        long seconds = (System.nanoTime() - BEGAN_NANOS) / 1_000_000_000;
        System.err.println("%3d:%02d %s …".formatted(seconds / 60, seconds % 60, doing));
    }
}
