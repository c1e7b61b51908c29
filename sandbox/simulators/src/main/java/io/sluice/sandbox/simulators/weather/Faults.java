package io.sluice.sandbox.simulators.weather;

import io.sluice.sandbox.simulators.weather.model.Fault;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How many of the next requests each fault strikes. Those that strike by rate are the weather's. */
public final class Faults {
    private final Map<Fault, Integer> left = new EnumMap<>(Fault.class);

    /** Lets the fault strike so many requests; a negative number means all until it is set again. */
    public synchronized void set(Fault fault, int times) {
        left.put(fault, times);
    }

    public synchronized int left(Fault fault) {
        return left.getOrDefault(fault, 0);
    }

    public synchronized void clear() {
        left.clear();
    }

    /** What strikes the next request, which uses up one stroke; in the order of the faults' declaration. */
    synchronized Optional<Fault> next() {
        Optional<Fault> first =
                left.keySet().stream().filter(fault -> left(fault) != 0).findFirst();
        first.ifPresent(fault -> left.computeIfPresent(fault, (same, times) -> times > 0 ? times - 1 : times));
        return first;
    }
}
