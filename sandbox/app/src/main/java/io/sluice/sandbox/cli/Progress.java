package io.sluice.sandbox.cli;

import java.io.PrintStream;
import picocli.CommandLine.Help.Ansi;

/** One line that says what is being waited for: rewritten on a terminal, a line each elsewhere. */
final class Progress {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal = Ansi.AUTO.enabled();
    private String shown = "";

    Progress(PrintStream out) {
        this.out = out;
    }

    void show(String doing) {
        if (!doing.equals(shown) && !doing.isEmpty()) {
            shown = doing;
            out.print(terminal ? CLEAR_LINE + doing + " …" : doing + " …\n");
            out.flush();
        }
    }

    void end() {
        if (terminal && !shown.isEmpty()) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
