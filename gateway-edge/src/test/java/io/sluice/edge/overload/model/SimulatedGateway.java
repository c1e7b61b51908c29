package io.sluice.edge.overload.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/**
 * A gateway that can finish so many requests a millisecond and needs so long for one even when it is alone, let in by an
 * {@link AdaptiveLimit} that hears of every tenth of a second.
 */
final class SimulatedGateway {

    private static final int INTERVAL_MS = 100;

    private final double capacityPerMs;
    private final int aloneMs;
    private final Random random;

    /** When each that is not through its queue began, and, of those that are, when each will be done. */
    private final Deque<Integer> queued = new ArrayDeque<>();

    private final Deque<int[]> served = new ArrayDeque<>();
    private AdaptiveLimit limit;
    private double credit;
    private int now;
    private int finished;
    private long ownMs;
    private int peak;
    private int refused;

    SimulatedGateway(AdaptiveLimit limit, double capacityPerMs, int aloneMs, Random random) {
        this.limit = limit;
        this.capacityPerMs = capacityPerMs;
        this.aloneMs = aloneMs;
        this.random = random;
    }

    /** What some seconds under so much, in parts of the capacity, came to. */
    Seen run(double load, int ms) {
        long finishedInAll = 0;
        long ownMsInAll = 0;
        long refusedInAll = 0;
        for (int i = 0; i < ms; i++) {
            arrive(load * capacityPerMs);
            serve();
            now++;
            if (now % INTERVAL_MS == 0) {
                finishedInAll += finished;
                ownMsInAll += ownMs;
                refusedInAll += refused;
                endInterval();
            }
        }
        return new Seen(finishedInAll / (capacityPerMs * ms), (double) ownMsInAll / finishedInAll, refusedInAll);
    }

    private void arrive(double rate) {
        int arriving = (int) (rate * 2 * random.nextDouble() + random.nextDouble());
        for (int i = 0; i < arriving; i++) {
            if (working() < limit.value()) {
                queued.add(now);
                peak = Math.max(peak, working());
            } else {
                refused++;
            }
        }
    }

    private void serve() {
        credit = Math.min(credit + capacityPerMs, capacityPerMs + 1);
        while (credit >= 1 && !queued.isEmpty()) {
            credit--;
            served.add(new int[] {queued.remove(), now + aloneMs});
        }
        while (!served.isEmpty() && served.peek()[1] <= now) {
            finished++;
            ownMs += now - served.remove()[0];
        }
    }

    private int working() {
        return queued.size() + served.size();
    }

    private void endInterval() {
        limit = limit.after(new Interval(finished, ownMs * 1_000_000, peak, refused, 0));
        finished = 0;
        ownMs = 0;
        refused = 0;
        peak = working();
    }

    /**
     * @param goodput finished, in parts of what could be
     * @param ownMs that a request took, in the mean
     */
    record Seen(double goodput, double ownMs, long refused) {}
}
