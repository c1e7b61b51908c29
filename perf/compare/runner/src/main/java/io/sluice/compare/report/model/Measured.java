package io.sluice.compare.report.model;

import java.util.List;
import java.util.Optional;

/**
 * All that one run found.
 *
 * @param steadyPerSecond the rate of the steady load; 0 when there was none
 * @param streams how many subscribers were idle on top
 * @param kbPerStream what each of them took of the edge's memory, each time that they came
 */
public record Measured(Rounds rounds, int steadyPerSecond, int streams, List<Double> kbPerStream, Optional<Soak> soak) {
    public Measured {
        kbPerStream = List.copyOf(kbPerStream);
    }
}
