package io.sluice.compare.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each group of processes spends between two moments. */
public final class CpuMeter {
    private final List<Group> groups;
    private final Map<String, Double> before;

    private CpuMeter(List<Group> groups) {
        this.groups = groups;
        this.before = now(groups);
    }

    public static CpuMeter start(List<Group> groups) {
        return new CpuMeter(groups);
    }

    /** Milliseconds of CPU since the start, by the group's name. */
    public Map<String, Double> spentMs() {
        Map<String, Double> spent = now(groups);
        spent.replaceAll((name, ms) -> ms - before.getOrDefault(name, 0.0));
        return spent;
    }

    private static Map<String, Double> now(List<Group> groups) {
        Map<String, Double> ms = new LinkedHashMap<>();
        groups.forEach(group -> ms.put(group.name(), group.cpuMs()));
        return ms;
    }
}
