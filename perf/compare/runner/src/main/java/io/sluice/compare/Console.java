package io.sluice.compare;

import io.sluice.sandbox.place.SandboxException;
import picocli.CommandLine;

/** How the commands speak: results on standard output, what is being done and what went wrong on standard error. */
final class Console {
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
        System.err.println(doing + " …");
    }
}
