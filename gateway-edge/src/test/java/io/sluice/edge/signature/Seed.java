package io.sluice.edge.signature;

import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Runs a property with many generators and names the seed of the one that broke it; {@code -Dseed=} repeats it. */
public final class Seed {

    private Seed() {}

    public static void forEach(int times, Consumer<RandomGenerator> property) {
        Long chosen = Long.getLong("seed");
        if (chosen != null) {
            run(chosen, property);
            return;
        }
        long first = System.nanoTime();
        for (long seed = first; seed < first + times; seed++) {
            run(seed, property);
        }
    }

    private static void run(long seed, Consumer<RandomGenerator> property) {
        try {
            property.accept(new Random(seed));
        } catch (Throwable e) {
            throw new AssertionError("Broken by -Dseed=" + seed, e);
        }
    }
}
