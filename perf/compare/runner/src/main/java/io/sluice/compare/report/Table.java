package io.sluice.compare.report;

import io.sluice.compare.report.model.Load;
import io.sluice.compare.report.model.Ratio;
import io.sluice.compare.report.model.Round;
import io.sluice.compare.report.model.Rounds;
import io.sluice.compare.report.model.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The run for people: a table a load, medians over the rounds, then the ratios with their spread. */
public final class Table {
    private static final String ROW = "| %-17s | %10s | %8s | %8s | %8s | %9s | %8s | %6s |";

    private final Rounds rounds;
    private final List<String> contestants;

    /** @param contestants in the order in which they are shown */
    public Table(Rounds rounds, List<String> contestants) {
        this.rounds = rounds;
        this.contestants = List.copyOf(contestants);
    }

    public String text() {
        List<String> lines = new ArrayList<>();
        for (Load load : Load.values()) {
            if (rounds.all().stream().anyMatch(round -> round.load() == load)) {
                lines.add("");
                lines.addAll(of(load));
            }
        }
        lines.add("");
        lines.addAll(ratios());
        return String.join("\n", lines);
    }

    private List<String> of(Load load) {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted(
                load.label(), "payments/s", "p50 ms", "p90 ms", "p99 ms", "CPU ms/p.", "RSS MB", "failed"));
        lines.add(ROW.formatted("---", "---", "---", "---", "---", "---", "---", "---"));
        List<String> loaded = rounds.contestants(load).stream()
                .sorted(Comparator.comparingInt(contestants::indexOf))
                .toList();
        loaded.forEach(contestant -> lines.add(row(load, contestant)));
        loaded.forEach(contestant -> processes(load, contestant, lines));
        return lines;
    }

    private String row(Load load, String contestant) {
        return ROW.formatted(
                contestant,
                median(load, contestant, Round::perSecond, "%.0f"),
                median(load, contestant, Round::p50Ms, "%.1f"),
                median(load, contestant, Round::p90Ms, "%.1f"),
                median(load, contestant, Round::p99Ms, "%.1f"),
                median(load, contestant, Round::totalCpuMs, "%.3f"),
                median(load, contestant, Round::residentMb, "%.0f"),
                median(load, contestant, Round::failed, "%.0f"));
    }

    /** Where the CPU of a payment goes, process by process; the generator's stands apart, for it is in no sum. */
    private void processes(Load load, String contestant, List<String> lines) {
        rounds.of(load, contestant).findFirst().ifPresent(first -> {
            String parts = first.cpuMs().keySet().stream()
                    .sorted()
                    .map(process -> process + ' ' + median(load, contestant, round -> round.cpuMs(process), "%.3f"))
                    .collect(Collectors.joining(", "));
            lines.add("%s: %s; besides, load generator %s, others idling %s; openssl verifies/s %s"
                    .formatted(
                            contestant,
                            parts,
                            median(load, contestant, Round::generatorCpuMs, "%.3f"),
                            median(load, contestant, Round::backgroundCpuMs, "%.3f"),
                            median(load, contestant, Round::opensslVerifies, "%.0f")));
        });
    }

    private List<String> ratios() {
        List<String> lines = new ArrayList<>();
        for (Ratio ratio : Ratio.values()) {
            ratio.of(rounds)
                    .ifPresent(
                            spread -> lines.add("%-30s %s   %s".formatted(ratio.key(), shown(spread), ratio.title())));
        }
        return lines;
    }

    private String median(Load load, String contestant, ToDoubleFunction<Round> figure, String format) {
        return rounds.spread(load, contestant, figure)
                .map(spread -> String.format(Locale.ROOT, format, spread.median()))
                .orElse("");
    }

    private static String shown(Spread spread) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", spread.median(), spread.lowest(), spread.highest());
    }
}
