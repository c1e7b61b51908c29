package io.sluice.compare.report;

import io.sluice.compare.report.model.Goal;
import io.sluice.compare.report.model.Goals;
import io.sluice.compare.report.model.Measured;
import io.sluice.compare.report.model.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is to be reached beside what was found, for people. Not to reach it is a finding, no failure. */
public final class GoalTable {
    private static final String ROW = "| %-50s | %13s | %-30s | %-12s |";

    private GoalTable() {}

    public static String of(Measured measured) {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("what", "is to be", "median (lowest to highest)", "reached"));
        lines.add(ROW.formatted("---", "---", "---", "---"));
        Goals.of(measured).forEach(goal -> lines.add(row(goal)));
        return String.join("\n", lines);
    }

    private static String row(Goal goal) {
        String bound = (goal.atLeast() ? "at least " : "at most ") + number(goal.bound());
        return ROW.formatted(
                goal.what(),
                bound,
                goal.found().map(GoalTable::shown).orElse(""),
                goal.isMeasured() ? goal.isReached() ? "yes" : "no" : "not measured");
    }

    private static String shown(Spread spread) {
        return spread.lowest() == spread.highest()
                ? number(spread.median())
                : "%s (%s to %s)".formatted(number(spread.median()), number(spread.lowest()), number(spread.highest()));
    }

    /** As many digits as say something. */
    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
    }
}
