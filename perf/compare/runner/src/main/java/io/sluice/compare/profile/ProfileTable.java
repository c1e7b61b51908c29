package io.sluice.compare.profile;

import io.sluice.compare.profile.model.Attribution;
import io.sluice.compare.profile.model.Profiled;
import io.sluice.compare.profile.model.Purpose;
import io.sluice.compare.profile.model.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Microseconds of CPU a payment, by what they are spent on. */
final class ProfileTable {
    private static final String ROW = "| %-42s | %11s | %6s |";
    private static final int ROOMS = 12;

    private ProfileTable() {}

    /** @param others microseconds a payment of the other processes, by name */
    static List<String> of(Profiled profiled, Map<String, Double> others) {
        Sums purposes = new Sums();
        profiled.byPurpose().forEach((purpose, micros) -> purposes.add(purpose.label(), micros));
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("the edge's process", "µs a payment", "share"));
        lines.add(ROW.formatted("---", "---", "---"));
        purposes.largest(Integer.MAX_VALUE).forEach((label, micros) -> {
            lines.add(row(label, micros, purposes.total()));
            if (label.equals(Purpose.OWN.label())) {
                rooms(profiled).largest(ROOMS).forEach((room, of) -> lines.add(row("- " + room, of, purposes.total())));
            }
        });
        lines.add(row("together", purposes.total(), purposes.total()));
        others.forEach((process, micros) -> lines.add(ROW.formatted(process, figure(micros), "")));
        return lines;
    }

    private static Sums rooms(Profiled profiled) {
        return Sums.of(
                profiled.perPayment().filter(sample -> Attribution.of(sample.frames()) == Purpose.OWN),
                sample -> Attribution.ownCall(sample.frames())
                        .map(Attribution::room)
                        .orElseThrow());
    }

    private static String row(String label, double micros, double total) {
        return ROW.formatted(label, figure(micros), String.format(Locale.ROOT, "%.1f %%", 100 * micros / total));
    }

    private static String figure(double micros) {
        return String.format(Locale.ROOT, "%.1f", micros);
    }
}
