package io.sluice.edge.overload;

import io.sluice.edge.overload.model.Interval;
import io.sluice.edge.overload.model.Refusal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What happened at the gate: since the interval began, and, of those refused, since the start. */
final class Tally {

    private final LongAdder finished = new LongAdder();
    private final LongAdder ownNanos = new LongAdder();
    private final LongAdder waited = new LongAdder();
    private final LongAccumulator peak = new LongAccumulator(Math::max, 0);
    private final Map<Refusal, LongAdder> refused = new EnumMap<>(Refusal.class);

    // Only touched by whoever keeps the time.
    private final Map<Refusal, Long> refusedBefore = new EnumMap<>(Refusal.class);
    private long finishedBefore;
    private long ownNanosBefore;
    private long waitedBefore;

    Tally() {
        for (Refusal why : Refusal.values()) {
            refused.put(why, new LongAdder());
        }
    }

    void working(int now) {
        peak.accumulate(now);
    }

    void spent(long nanos) {
        ownNanos.add(nanos);
    }

    void waits() {
        waited.increment();
    }

    void finished() {
        finished.increment();
    }

    void refused(Refusal why) {
        Objects.requireNonNull(refused.get(why)).increment();
    }

    long refusedSinceStart(Refusal why) {
        return Objects.requireNonNull(refused.get(why)).sum();
    }

    /** Until now; the limit keeps out whom it has refused, and for a while those who wait for it. */
    Interval interval() {
        return new Interval(
                finished.sum() - finishedBefore,
                ownNanos.sum() - ownNanosBefore,
                peak.intValue(),
                refusedNow(Refusal.OVERLOADED) + waited.sum() - waitedBefore,
                refusedNow(Refusal.OVER_SHARE));
    }

    private long refusedNow(Refusal why) {
        return refusedSinceStart(why) - refusedBefore.getOrDefault(why, 0L);
    }

    void startAgain(int workingNow) {
        finishedBefore = finished.sum();
        ownNanosBefore = ownNanos.sum();
        waitedBefore = waited.sum();
        peak.reset();
        peak.accumulate(workingNow);
        refused.forEach((why, count) -> refusedBefore.put(why, count.sum()));
    }
}
