package io.sluice.compare.stub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** After how many milliseconds the two channels answer. Lives on one thread. */
final class StubDelays {
    private static final Pattern FIXED = Pattern.compile("\"fixed_ms\":(\\d+)");

    private final long usual;
    private long other;

    StubDelays(long usual) {
        this.usual = usual;
        this.other = usual;
    }

    long usual() {
        return usual;
    }

    long other() {
        return other;
    }

    void changeOther(String weather) {
        Matcher fixed = FIXED.matcher(weather);
        other = fixed.find() ? Long.parseLong(fixed.group(1)) : usual;
    }
}
