package io.sluice.sandbox.chaos;

import io.sluice.sandbox.checker.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What became of a trial: a row of the table.
 *
 * @param inFlight payments and refunds that were under way when the fault came
 * @param settled from the end of the load until every check held
 */
public record Result(Trial trial, Tally.Counts seen, int inFlight, Duration settled, List<Finding> findings) {
    private static final String ROW = "%-22s %13s %9s %13s %9s %6s %10s %8s %8s %8s  %s";

    public boolean holds() {
        return findings.stream().allMatch(Finding::holds);
    }

    public static String header() {
        return ROW.formatted(
                "fault",
                "seed",
                "payments",
                "acknowledged",
                "in flight",
                "503s",
                "unreached",
                "unknown",
                "slowest",
                "settled",
                "checks");
    }

    public String row() {
        return ROW.formatted(
                trial.fault().name(),
                trial.seed(),
                seen.payments(),
                seen.acknowledged(),
                inFlight,
                seen.refused(),
                seen.unreached(),
                seen.unknown(),
                seconds(seen.slowest()),
                seconds(settled),
                verdict());
    }

    private String verdict() {
        return holds()
                ? "ok"
                : findings.stream()
                        .filter(finding -> !finding.holds())
                        .map(Finding::check)
                        .collect(Collectors.joining(", ", "VIOLATED ", ""));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
