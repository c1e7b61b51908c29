package io.sluice.sandbox.simulation.time;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** The only source of chance in a run. */
public final class Chance {

    private final SplittableRandom random;

    public Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /** Another source, so that what one part of the world draws does not shift what another does. */
    public Chance split() {
        return new Chance(random.split());
    }

    public boolean of(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** From {@code from} up to but not including {@code to}. */
    public int between(int from, int to) {
        return random.nextInt(from, to);
    }

    public long bits() {
        return random.nextLong();
    }

    /** From 0 to 1. */
    public double share() {
        return random.nextDouble();
    }

    public Duration between(Duration from, Duration to) {
        return from.equals(to) ? from : Duration.ofNanos(random.nextLong(from.toNanos(), to.toNanos()));
    }

    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
