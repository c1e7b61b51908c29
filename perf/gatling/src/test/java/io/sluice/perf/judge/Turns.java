package io.sluice.perf.judge;

import java.util.List;
import java.util.stream.Stream;

/**
 * Payments alone and beside what must not harm them, in turns, of which the one in the middle counts: what harms them does so
 * in each of its turns, and what only passes by, like a compiler, in the one or the other.
 */
public final class Turns {
    /** Of each. */
    public static final int COUNT = 3;

    /** What may be lost beside, as a share of the 99th percentile alone. */
    private static final double TOLERANCE = 1.2;

    private static final double PERCENT = 100;

    private final List<Turn> turns = Stream.generate(() -> new Turn(new Tally(), new Tally()))
            .limit(COUNT)
            .toList();

    /** One after the other. */
    public record Turn(Tally alone, Tally beside) {
        /** The 99th percentile beside, as a share of that alone; nothing when nobody was there to be harmed. */
        private double share() {
            return (double) beside.grantedP99() / Math.max(1, alone.grantedP99());
        }
    }

    public List<Turn> all() {
        return turns;
    }

    /**
     * Writes down each, and that no turn's payments were refused.
     *
     * @param what they were beside
     */
    public Findings tell(Findings findings, String what) {
        for (int i = 0; i < COUNT; i++) {
            findings.note("alone, turn " + (i + 1), turns.get(i).alone().toString())
                    .note(
                            "beside " + what + ", turn " + (i + 1),
                            turns.get(i).beside().toString());
        }
        return findings.latency("p99 beside " + what + ", of that alone", PERCENT * TOLERANCE, PERCENT * share(), "%")
                .atMost(
                        "refused beside " + what,
                        0,
                        turns.stream().mapToInt(turn -> turn.beside().refused()).sum(),
                        "payments");
    }

    /** Of the turn in the middle. */
    double share() {
        return turns.stream().mapToDouble(Turn::share).sorted().toArray()[COUNT / 2];
    }
}
