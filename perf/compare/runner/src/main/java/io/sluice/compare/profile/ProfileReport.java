package io.sluice.compare.profile;

import io.sluice.compare.profile.model.Collection;
import io.sluice.compare.profile.model.Profiled;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a profile found.
 *
 * @param collections of garbage, meanwhile
 * @param besides microseconds a payment of the other processes, by name
 * @param perSecond payments, while it was recorded
 */
public record ProfileReport(
        Profiled profiled, List<Collection> collections, Map<String, Double> besides, double perSecond) {
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
        lines.addAll(paused());
        lines.add("");
        lines.addAll(ProfileTable.of(profiled, besides));
        if (top > 0) {
            lines.addAll(Hottest.of(profiled, top));
        }
        return lines;
    }

    private List<String> paused() {
        return collections.stream()
                .collect(Collectors.groupingBy(
                        Collection::collector, TreeMap::new, Collectors.summarizingDouble(Collection::pauseMs)))
                .entrySet()
                .stream()
                .map(collector -> String.format(
                        Locale.ROOT,
                        "%s ran %d times and paused for %.1f ms each, %.1f at most",
                        collector.getKey(),
                        collector.getValue().getCount(),
                        collector.getValue().getAverage(),
                        collector.getValue().getMax()))
                .toList();
    }
}
