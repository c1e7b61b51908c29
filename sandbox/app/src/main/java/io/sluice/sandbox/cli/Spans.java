package io.sluice.sandbox.cli;

import io.sluice.sandbox.place.SandboxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Spans of time as people type them. */
public final class Spans {
    private Spans() {}

    /** @throws SandboxException naming the option when the text is none */
    public static Duration read(String option, String text) {
        try {
            String upper = text.toUpperCase(Locale.ROOT);
            return Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
        } catch (DateTimeParseException e) {
            throw new SandboxException(option + " takes a time such as 90s, 30m, 12h or 7d, not " + text, e);
        }
    }
}
