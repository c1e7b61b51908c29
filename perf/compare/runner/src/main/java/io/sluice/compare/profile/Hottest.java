package io.sluice.compare.profile;

import io.sluice.compare.profile.model.Attribution;
import io.sluice.compare.profile.model.Frame;
import io.sluice.compare.profile.model.Profiled;
import io.sluice.compare.profile.model.Purpose;
import io.sluice.compare.profile.model.Sample;
import io.sluice.compare.profile.model.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** For who tunes: the most expensive methods and stacks. */
final class Hottest {
    private static final int DEPTH = 14;
    private static final String NONE = "(nothing of Sluice's)";

    private Hottest() {}

    static List<String> of(Profiled profiled, int most) {
        List<Sample> samples = profiled.perPayment().toList();
        List<String> lines = new ArrayList<>();
        list(
                lines,
                "Methods, without what they call",
                samples,
                most,
                sample -> sample.frames().stream()
                        .findFirst()
                        .map(Frame::toString)
                        .orElse("(no stack)"));
        list(
                lines,
                "Methods of Sluice's, with all that they call outside of Sluice",
                samples,
                most,
                sample -> Attribution.ownCall(sample.frames())
                        .map(Frame::toString)
                        .orElse(NONE));
        for (Purpose purpose : Purpose.values()) {
            List<Sample> those = samples.stream()
                    .filter(sample -> Attribution.of(sample.frames()) == purpose)
                    .toList();
            if (!those.isEmpty()) {
                list(lines, "Stacks: " + purpose.label(), those, most, Hottest::stack);
            }
        }
        return lines;
    }

    private static void list(
            List<String> lines, String title, List<Sample> samples, int most, Function<Sample, String> name) {
        lines.add("");
        lines.add(title + ", µs a payment:");
        Sums.of(samples.stream(), name)
                .largest(most)
                .forEach((text, micros) -> lines.add(String.format(Locale.ROOT, "%8.2f  %s", micros, text)));
    }

    private static String stack(Sample sample) {
        return sample.frames().stream().limit(DEPTH).map(Frame::brief).collect(Collectors.joining(" < "));
    }
}
