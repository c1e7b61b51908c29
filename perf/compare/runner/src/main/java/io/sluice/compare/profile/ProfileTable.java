package io.sluice.compare.profile;

import io.sluice.compare.profile.model.Attribution;
import io.sluice.compare.profile.model.Profiled;
import io.sluice.compare.profile.model.Purpose;
import io.sluice.compare.profile.model.Sample;
import io.sluice.compare.profile.model.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Microseconds of CPU and bytes of memory a payment, by what they are spent on. */
final class ProfileTable {
    private static final String ROW = "| %-42s | %11s | %7s | %15s |";
    private static final String RULE = "---";
    private static final int ROOMS = 12;

    private ProfileTable() {}

    /** @param others microseconds a payment of the other processes, by name */
    static List<String> of(Profiled profiled, Map<String, Double> others) {
        Sums micros = profiled.microsByPurpose();
        Sums bytes = profiled.bytesByPurpose();
        Sums rooms = rooms(profiled.micros());
        Sums roomsBytes = rooms(profiled.bytes());
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("the edge's process", "µs a payment", "share", "bytes a payment"));
        lines.add(ROW.formatted(RULE, RULE, RULE, RULE));
        for (String label : micros.largest(Integer.MAX_VALUE).keySet()) {
            lines.add(row(label, micros.of(label), micros.total(), bytes.of(label)));
            if (label.equals(Purpose.OWN.label())) {
                rooms.largest(ROOMS)
                        .forEach((room, of) -> lines.add(row("- " + room, of, micros.total(), roomsBytes.of(room))));
            }
        }
        lines.add(row("together", micros.total(), micros.total(), bytes.total()));
        others.forEach((process, spent) -> lines.add(ROW.formatted(process, figure(spent), "", "")));
        return lines;
    }

    private static Sums rooms(Stream<Sample> samples) {
        return Sums.of(
                samples.filter(sample -> Attribution.of(sample.frames()) == Purpose.OWN),
                sample -> Attribution.ownCall(sample.frames())
                        .map(Attribution::room)
                        .orElseThrow());
    }

    private static String row(String label, double micros, double total, double bytes) {
        String share = String.format(Locale.ROOT, "%.1f %%", 100 * micros / total);
        return ROW.formatted(label, figure(micros), share, String.format(Locale.ROOT, "%.0f", bytes));
    }

    private static String figure(double micros) {
        return String.format(Locale.ROOT, "%.1f", micros);
    }
}
