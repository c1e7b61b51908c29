package io.sluice.sandbox.simulation;

import io.sluice.sandbox.simulation.world.Trace;
import java.util.List;

/**
 * What became of one seed.
 *
 * @param payments how many were accepted
 * @param violations each with the rule it breaks; none when all is well
 * @param trace what happened, step by step
 */
public record Verdict(long seed, int payments, List<String> violations, Trace trace) {

    public boolean holds() {
        return violations.isEmpty();
    }
}
