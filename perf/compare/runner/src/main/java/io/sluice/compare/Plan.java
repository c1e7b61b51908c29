package io.sluice.compare;

import io.sluice.compare.contestant.Variant;
import java.util.List;

/**
 * How much is run.
 *
 * @param warmUp payments that each contestant takes before anything counts: a JVM settles after some 120,000
 * @param saturatedPayments of a round at saturation
 * @param connections of the closed loop
 * @param steadyPerSecond rate of the steady load
 * @param steadySeconds how long an open loop goes on
 */
record Plan(
        List<Variant> contestants,
        int rounds,
        int warmUp,
        int saturatedPayments,
        int connections,
        int steadyPerSecond,
        int steadySeconds) {

    static Plan full(List<Variant> contestants, int rounds) {
        return new Plan(contestants, rounds, 120_000, 60_000, 2_048, 2_500, 20);
    }

    /** Within three minutes; good for seeing that a change did no harm, not for publishing. */
    static Plan quick(List<Variant> contestants, int rounds) {
        return new Plan(contestants, rounds, 24_000, 16_000, 2_048, 2_500, 3);
    }
}
