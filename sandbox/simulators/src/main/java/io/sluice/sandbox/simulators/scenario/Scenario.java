package io.sluice.sandbox.simulators.scenario;

import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What happens at the channels, in the order of time.
 *
 * @param seed what all draws of all its channels follow from
 */
public record Scenario(String name, long seed, List<Step> steps) {

    public Scenario withSeed(long other) {
        return new Scenario(name, other, steps);
    }

    /** All channels that it touches. */
    public SortedSet<String> channels() {
        return steps.stream().flatMap(step -> step.channels().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The seed of one channel's weather: mixed, so that two channels do not fail in step. */
    public long seedOf(String channel) {
        return new SplittableRandom(seed + channel.hashCode()).nextLong();
    }
}
