package io.sluice.compare.profile;

import io.sluice.compare.profile.model.Attribution;
import io.sluice.compare.profile.model.Frame;
import io.sluice.compare.profile.model.Profiled;
import io.sluice.compare.profile.model.Purpose;
import io.sluice.compare.profile.model.Sample;
import io.sluice.compare.profile.model.Stacks;
import io.sluice.compare.profile.model.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** For who tunes: the most expensive methods and stacks. */
final class Hottest {
    private static final String NO_STACK = "(no stack)";
    private static final String NOT_OURS = "(nothing of Sluice's)";

    private final int most;
    private final List<String> lines = new ArrayList<>();

    private Hottest(int most) {
        this.most = most;
    }

    static List<String> of(Profiled profiled, int most) {
        var hottest = new Hottest(most);
        List<Sample> micros = profiled.micros().toList();
        List<Sample> bytes = profiled.bytes().toList();
        hottest.list("µs a payment in methods, without what they call", micros, Hottest::leaf);
        hottest.list("µs a payment in methods of Sluice's, with what these call elsewhere", micros, Hottest::own);
        hottest.list("bytes a payment in methods", bytes, Hottest::leaf);
        hottest.list("bytes a payment in methods of Sluice's, with what these call elsewhere", bytes, Hottest::own);
        for (Purpose purpose : Purpose.values()) {
            hottest.list("µs a payment in stacks of: " + purpose.label(), of(purpose, micros), Hottest::stack);
            hottest.list("bytes a payment in stacks of: " + purpose.label(), of(purpose, bytes), Hottest::stack);
        }
        return hottest.lines;
    }

    private static List<Sample> of(Purpose purpose, List<Sample> samples) {
        return samples.stream()
                .filter(sample -> Attribution.of(sample.frames()) == purpose)
                .toList();
    }

    private void list(String title, List<Sample> samples, Function<Sample, String> name) {
        if (samples.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title);
        Sums.of(samples.stream(), name)
                .largest(most)
                .forEach((text, amount) -> lines.add(String.format(Locale.ROOT, "%9.2f  %s", amount, text)));
    }

    private static String leaf(Sample sample) {
        return sample.frames().isEmpty() ? NO_STACK : sample.frames().getFirst().toString();
    }

    private static String own(Sample sample) {
        return Attribution.ownCall(sample.frames()).map(Frame::toString).orElse(NOT_OURS);
    }

    private static String stack(Sample sample) {
        return sample.frames().isEmpty() ? NO_STACK : Stacks.brief(sample.frames());
    }
}
