package io.sluice.edge.overload;

import io.sluice.edge.overload.model.AdaptiveLimit;
import io.sluice.edge.overload.model.AdmissionPolicy;
import io.sluice.edge.overload.model.AdmissionPolicy.Limits;
import io.sluice.edge.overload.model.AdmissionPolicy.Load;
import io.sluice.edge.overload.model.Refusal;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is being worked on and lets in what there is room for. Asked on event loops, for every request, before
 * anything else is done with it; so it takes no lock, and a limit may be passed by as many as there are loops.
 */
final class Gate {

    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Shares shares = new Shares();
    private final Tally tally = new Tally();
    private final LongSupplier nanoTime;
    private final int mostOpen;
    private AdaptiveLimit all;
    private AdaptiveLimit crowd;
    private volatile Limits limits;

    Gate(AdmissionSettings settings, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.mostOpen = settings.mostOpen();
        this.all = AdaptiveLimit.of(settings.all());
        this.crowd = AdaptiveLimit.of(settings.crowd());
        this.limits = limitsNow();
    }

    /** The share that a request is charged to. */
    Share share(String address, @Nullable String claimedKey) {
        return shares.of(address, claimedKey);
    }

    /** @return why a request may not come in now, or null */
    @Nullable Refusal objection(Share share) {
        Load load = new Load(working.get(), open.get(), share.working(), shares.sharers());
        Refusal refusal = AdmissionPolicy.judge(load, limits);
        if (refusal != null) {
            tally.refused(refusal);
        }
        return refusal;
    }

    Slot admit(Share share, String address, @Nullable String claimedKey) {
        open.incrementAndGet();
        begins(share);
        return new Slot(this, share, address, claimedKey, now());
    }

    void proven(String address, String key) {
        shares.proven(address, key);
    }

    void begins(Share share) {
        share.begins();
        tally.working(working.incrementAndGet());
    }

    /** @param ownNanos what was spent since it began; 0 where nothing shall be learnt from it */
    void pauses(Share share, long ownNanos) {
        share.ends();
        working.decrementAndGet();
        tally.spent(ownNanos);
    }

    /** @param proven whether a merchant's request was answered */
    void leaves(boolean proven) {
        open.decrementAndGet();
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
        all = all.after(tally.interval(Refusal.OVERLOADED));
        crowd = crowd.after(tally.interval(Refusal.OVER_SHARE));
        tally.startAgain(workingNow);
        limits = limitsNow();
        shares.nextInterval();
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

    long refusedSinceStart(Refusal why) {
        return tally.refusedSinceStart(why);
    }

    long now() {
        return nanoTime.getAsLong();
    }

    private Limits limitsNow() {
        return new Limits(all.value(), crowd.value(), mostOpen);
    }
}
