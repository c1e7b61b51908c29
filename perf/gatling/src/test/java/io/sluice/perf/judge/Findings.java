package io.sluice.perf.judge;

import io.sluice.perf.call.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was expected beside what was seen: printed, and written where {@code ./sluice load} reads it, a line of JSON each. */
public final class Findings {
    private final List<String> lines = new ArrayList<>();

    /**
     * Something that must hold.
     *
     * @param wanted of it, in words
     */
    public Findings expect(String what, String wanted, String seen, boolean holds) {
        System.out.println((holds ? "holds: " : "FAILS: ") + what + ", " + wanted + " : " + seen);
        lines.add("{\"expected\":\"" + what + "\",\"wanted\":\"" + wanted + "\",\"seen\":\"" + seen + "\",\"holds\":"
                + holds + "}");
        return this;
    }

    /** Something that must be no more than a limit. */
    public Findings atMost(String what, double limit, double seen, String unit) {
        return expect(what, "at most " + round(limit) + " " + unit, round(seen) + " " + unit, seen <= limit);
    }

    /** Something that must be no less than a limit. */
    public Findings atLeast(String what, double limit, double seen, String unit) {
        return expect(what, "at least " + round(limit) + " " + unit, round(seen) + " " + unit, seen >= limit);
    }

    /**
     * A latency that must be no more than a limit; something to know where it is judged by who sees it from a core that
     * is not full.
     */
    public Findings latency(String what, double limit, double seen, String unit) {
        return Settings.isProbed()
                ? note(what + ", as the generator saw it", round(seen) + " " + unit)
                : atMost(what, limit, seen, unit);
    }

    /** When something was. */
    public Findings phase(String name, Instant from, Instant to) {
        lines.add("{\"phase\":\"" + name + "\",\"from\":\"" + from + "\",\"to\":\"" + to + "\"}");
        return this;
    }

    /** Something to know. */
    public Findings note(String what, String seen) {
        System.out.println(what + ": " + seen);
        lines.add("{\"noted\":\"" + what + "\",\"seen\":\"" + seen + "\"}");
        return this;
    }

    /** What another run needs to know. */
    public Findings figure(String name, long value) {
        lines.add("{\"figure\":\"" + name + "\",\"value\":" + value + "}");
        return this;
    }

    public void write() {
        try {
            Files.write(Settings.findings(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String round(double value) {
        return String.valueOf(Math.round(value * 10) / 10.0).replaceAll("\\.0$", "");
    }
}
