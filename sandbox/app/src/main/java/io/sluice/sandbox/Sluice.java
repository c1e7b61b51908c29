package io.sluice.sandbox;

import io.sluice.sandbox.cli.Commands;

/** {@code ./sluice}: the sandbox and the demo merchant at the command line. */
public final class Sluice {
    private Sluice() {}

    public static void main(String[] args) {
        System.exit(Commands.run(args));
    }
}
