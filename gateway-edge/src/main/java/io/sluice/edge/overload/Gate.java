package io.sluice.edge.overload;

import io.sluice.core.loop.Haste;
import io.sluice.edge.overload.model.AdaptiveLimit;
import io.sluice.edge.overload.model.AdmissionPolicy;
import io.sluice.edge.overload.model.AdmissionPolicy.Limits;
import io.sluice.edge.overload.model.AdmissionPolicy.Load;
import io.sluice.edge.overload.model.Interval;
import io.sluice.edge.overload.model.Refusal;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is being worked on, lets in what there is room for, and has the next wait in a line, which is short. Asked on
 * event loops, for every request, before anything else is done with it; so it takes no lock, and a limit may be passed by as
 * many as there are loops.
 */
final class Gate implements Haste {

    /** Between two looks at what the limits should be. */
    static final Duration INTERVAL = Duration.ofMillis(100);

    /** How long after a refusal the next one is to be as quick. */
    private static final Duration HASTE = Duration.ofSeconds(1);

    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Queue<Waiting> line = new ConcurrentLinkedQueue<>();
    private final Shares shares = new Shares();
    private final Tally tally = new Tally();
    private final LongSupplier nanoTime;
    private final AdmissionSettings settings;
    private AdaptiveLimit all;
    private volatile Limits limits;
    private volatile long hasteUntil;

    Gate(AdmissionSettings settings, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.settings = settings;
        this.all = AdaptiveLimit.of(settings.bounds());
        this.limits = limitsNow(false);
        this.hasteUntil = now();
    }

    /** The share that a request is charged to, which comes now. */
    Share share(String address, @Nullable String claimedKey) {
        return shares.of(address, claimedKey);
    }

    /** @return why a request may not come in now, or null */
    @Nullable Refusal objection(Share share) {
        Load load = new Load(
                working.get(), waiting.get(), open.get(), shares.sharers(), shares.asked(), shares.done(), share.now());
        Refusal refusal = AdmissionPolicy.judge(load, limits);
        if (refusal != null) {
            tally.refused(refusal);
            share.keptOut();
            hastenAfter(refusal);
        }
        return refusal;
    }

    /** He who asks for more than his share may wait for his refusal, or the others would pay for its being quick. */
    private void hastenAfter(Refusal refusal) {
        if (refusal != Refusal.OVER_SHARE) {
            hasteUntil = now() + HASTE.toNanos();
        }
    }

    /** Whether somebody was refused lately whose fault it was not. */
    @Override
    public boolean isNeeded() {
        return now() - hasteUntil < 0;
    }

    /** Whether a request that nothing is objected to has to wait until others are done. */
    boolean isBusy() {
        return waiting.get() > 0 || working.get() >= limits.all();
    }

    Slot admit(Share share, String address, @Nullable String claimedKey) {
        Slot slot = enqueue(share, address, claimedKey);
        slot.comesIn();
        return slot;
    }

    /** @param turn run when there is room, on whichever thread made it; not run when the slot is over by then */
    Slot admitLater(Share share, String address, @Nullable String claimedKey, Runnable turn) {
        Slot slot = enqueue(share, address, claimedKey);
        tally.waits();
        waiting.incrementAndGet();
        line.add(new Waiting(slot, turn));
        letIn();
        return slot;
    }

    private Slot enqueue(Share share, String address, @Nullable String claimedKey) {
        open.incrementAndGet();
        share.takes();
        return new Slot(this, share, address, claimedKey, now());
    }

    private void letIn() {
        while (working.get() < limits.all()) {
            Waiting next = line.poll();
            if (next == null) {
                return;
            }
            waiting.decrementAndGet();
            if (next.slot.comesIn()) {
                next.turn.run();
            }
        }
    }

    void proven(String address, String key) {
        shares.proven(address, key);
    }

    void begins() {
        tally.working(working.incrementAndGet());
    }

    /** @param ownNanos what was spent since it began; 0 where nothing shall be learnt from it */
    void pauses(long ownNanos) {
        working.decrementAndGet();
        tally.spent(ownNanos);
        letIn();
    }

    /** @param proven whether a merchant's request was answered */
    void leaves(boolean proven) {
        open.decrementAndGet();
        shares.oneIsDone();
        if (proven) {
            tally.finished();
        }
    }

    /** The event that a request was not begun with in time. */
    void tooLate() {
        tally.refused(Refusal.LATE);
    }

    /** By whoever keeps the time, one at a time. */
    void nextInterval() {
        int workingNow = working.get();
        Interval seen = tally.interval();
        all = all.after(seen);
        tally.startAgain(workingNow);
        limits = limitsNow(all.isSlow(seen, settings.crowdPatience()));
        shares.nextInterval();
        letIn();
    }

    Limits limits() {
        return limits;
    }

    int working() {
        return working.get();
    }

    int open() {
        return open.get();
    }

    int waiting() {
        return waiting.get();
    }

    long refusedSinceStart(Refusal why) {
        return tally.refusedSinceStart(why);
    }

    long now() {
        return nanoTime.getAsLong();
    }

    private Limits limitsNow(boolean slow) {
        return new Limits(all.value(), all.doneWithin(settings.line()), crowdNow(slow), settings.mostOpen());
    }

    /** While requests take longer than in a crowd, all that is worked on is one: momentary room is the others', who come in a moment. */
    private int crowdNow(boolean slow) {
        if (slow) {
            return AdmissionSettings.LEAST_CROWD;
        }
        double doneEach = (double) INTERVAL.toNanos() * Lately.INTERVALS / Math.max(1, shares.done());
        return Math.max(AdmissionSettings.LEAST_CROWD, all.workedOn(doneEach, settings.crowdPatience()));
    }

    private record Waiting(Slot slot, Runnable turn) {}
}
