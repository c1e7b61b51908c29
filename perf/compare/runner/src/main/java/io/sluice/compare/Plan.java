package io.sluice.compare;

import io.sluice.compare.contestant.Variant;
import io.sluice.compare.report.model.Load;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How much is run.
 *
 * @param warmUp payments that each contestant takes before anything counts: a JVM settles after some 120,000
 * @param saturatedPayments of a round at saturation
 * @param connections of a closed loop
 * @param steadyPerSecond rate of the steady load, where everyone keeps up with it
 * @param openSeconds how long an open loop goes on
 * @param callbacks of a round
 * @param streams idle subscribers
 * @param soak for how long Sluice is saturated at the end; zero for not at all
 */
record Plan(
        List<Variant> contestants,
        Set<Load> loads,
        int rounds,
        int warmUp,
        int saturatedPayments,
        int connections,
        int steadyPerSecond,
        int openSeconds,
        int callbacks,
        int streams,
        Duration soak) {
    private static final int CONNECTIONS = 2_048;
    private static final int STEADY_PER_SECOND = 2_500;

    static Plan full(List<Variant> contestants, Set<Load> loads, int rounds, int streams, Duration soak) {
        return new Plan(
                contestants, loads, rounds, 120_000, 40_000, CONNECTIONS, STEADY_PER_SECOND, 25, 20_000, streams, soak);
    }

    /** Some three minutes on two cores; good for seeing that a change did no harm, not for publishing. */
    static Plan quick(List<Variant> contestants, Set<Load> loads, int rounds, int streams, Duration soak) {
        return new Plan(
                contestants, loads, rounds, 12_000, 6_000, CONNECTIONS, STEADY_PER_SECOND, 6, 6_000, streams, soak);
    }

    boolean has(Load load) {
        return loads.contains(load);
    }

    /** Open loops go by what the saturated ones reach. */
    boolean saturates() {
        return has(Load.SATURATED) || has(Load.STEADY) || has(Load.BUSY);
    }
}
