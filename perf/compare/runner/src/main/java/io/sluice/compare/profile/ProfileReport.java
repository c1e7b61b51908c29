package io.sluice.compare.profile;

import io.sluice.compare.profile.model.Profiled;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a profile found.
 *
 * @param besides microseconds a payment of the other processes, by name
 * @param perSecond payments, while it was recorded
 */
public record ProfileReport(Profiled profiled, Map<String, Double> besides, double perSecond) {
    /** @param top how many of the hottest methods and stacks; 0 for the table alone */
    public List<String> lines(int top) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d payments, %.0f/s; %d samples, which is %.0f %% of what the kernel counted for Java's threads",
                profiled.payments(),
                perSecond,
                profiled.samples().size(),
                100 * profiled.coverage()));
        lines.add("");
        lines.addAll(ProfileTable.of(profiled, besides));
        if (top > 0) {
            lines.addAll(Hottest.of(profiled, top));
        }
        return lines;
    }
}
