package io.sluice.sandbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The gateway keeps its promises, whatever the seed. {@code ./sluice simulate --seed S} tells what happened in one. */
class SimulationProperties {

    private static final long SEEDS = 300;

    @Test
    void everySeedKeepsEveryInvariant() {
        LongStream.rangeClosed(1, SEEDS)
                .forEach(seed -> assertThat(Simulation.of(seed))
                        .satisfies(verdict -> assertThat(verdict.violations())
                                .as("seed %d", seed)
                                .isEmpty()));
    }

    @Test
    void aSeedRunsAgainStepByStep() {
        for (long seed : new long[] {7, 17, 1_000_003}) {
            assertThat(Simulation.of(seed).trace().lines())
                    .as("seed %d", seed)
                    .hasSizeGreaterThan(50)
                    .isEqualTo(Simulation.of(seed).trace().lines());
        }
    }
}
