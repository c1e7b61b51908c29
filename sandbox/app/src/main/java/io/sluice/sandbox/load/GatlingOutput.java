package io.sluice.sandbox.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Gatling prints: how far it is while it runs, then its table and whether its assertions held. */
public final class GatlingOutput {
    private static final Pattern ELAPSED = Pattern.compile(".* (\\d+)s elapsed$");
    private static final Pattern COUNTS = Pattern.compile("> Global +\\| +([\\d,]+) \\| +([\\d,]+) \\| +([\\d,]+)");
    private static final Pattern ASSERTION = Pattern.compile(".* : (?:true|false) \\(actual : .*\\)");
    private static final String REPORT = "Reports generated, please open the following file: ";
    private static final String TABLE = "---- Global Information";
    private static final List<String> ROWS =
            List.of("> request count", "> response time", "> max response time", "> mean throughput");

    private final String title;
    private final Consumer<String> progress;
    private final List<String> summary = new ArrayList<>();
    private String elapsed = "0";
    private boolean ended;

    /** @param progress told one line whenever Gatling tells how far it is */
    public GatlingOutput(String title, Consumer<String> progress) {
        this.title = title;
        this.progress = progress;
    }

    public void line(String line) {
        Matcher time = ELAPSED.matcher(line);
        Matcher counts = COUNTS.matcher(line);
        if (time.matches()) {
            elapsed = time.group(1);
        } else if (counts.lookingAt() && !ended) {
            progress.accept("%s: %s s, %s answered, %s of them not as they must be"
                    .formatted(title, elapsed, counts.group(1), counts.group(3)));
        } else if (line.startsWith(TABLE)) {
            ended = true;
            summary.add(line);
        } else if (ended && isWorthTelling(line)) {
            summary.add(line);
        }
    }

    private static boolean isWorthTelling(String line) {
        return ROWS.stream().anyMatch(line::startsWith)
                || ASSERTION.matcher(line).matches()
                || line.startsWith(REPORT)
                || line.startsWith("> status.")
                || line.startsWith("> j.")
                || line.startsWith("> i.g.");
    }

    /** What is worth telling of the end: percentiles, errors, assertions and where the report is. */
    public List<String> summary() {
        return List.copyOf(summary);
    }
}
