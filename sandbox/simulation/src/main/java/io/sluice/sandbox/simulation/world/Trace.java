package io.sluice.sandbox.simulation.world;

import io.sluice.sandbox.simulation.time.SimulatedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What happened, step by step, in simulated time. */
public final class Trace {

    private final SimulatedTime time;
    private final List<Step> steps = new ArrayList<>();

    public Trace(SimulatedTime time) {
        this.time = time;
    }

    private record Step(Duration at, String who, String what, List<Object> details) {

        String line() {
            return "%12.6fs %-12s %s".formatted(at.toNanos() / 1e9, who, String.format(what, details.toArray()));
        }
    }

    /** Cheap: nothing is formatted before anybody wants to read it. */
    public void step(String what, Object... details) {
        steps.add(new Step(time.elapsed(), time.current().toString(), what, List.of(details)));
    }

    public List<String> lines() {
        return Collections.unmodifiableList(steps.stream().map(Step::line).toList());
    }
}
