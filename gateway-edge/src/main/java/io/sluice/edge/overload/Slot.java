package io.sluice.edge.overload;

import io.sluice.core.channel.guard.OwnTime;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A request that was let in, or will be when it is its turn. It takes room while it is worked on, none while it waits for a
 * channel, and is over when its answer has begun, for a stream would take room for hours, and what goes on without its
 * client has ended.
 */
final class Slot implements OwnTime {

    private enum State {
        WAITING,
        WORKING,
        PAUSED,
        OVER
    }

    private final Gate gate;
    private final Share share;
    private final String address;
    private final @Nullable String claimedKey;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final AtomicBoolean answered = new AtomicBoolean();

    /** The client who waits, and each work that goes on without him. */
    private final AtomicInteger holders = new AtomicInteger(1);

    private volatile long arrivedNanos;
    private volatile long begunNanos;
    private volatile boolean proven;

    Slot(Gate gate, Share share, String address, @Nullable String claimedKey, long nowNanos) {
        this.gate = gate;
        this.share = share;
        this.address = address;
        this.claimedKey = claimedKey;
        this.arrivedNanos = nowNanos;
        this.begunNanos = nowNanos;
    }

    /** It is its turn; false where nobody waits for the answer any more. */
    boolean comesIn() {
        begunNanos = gate.now();
        boolean comes = state.compareAndSet(State.WAITING, State.WORKING);
        if (comes) {
            gate.begins();
        }
        return comes;
    }

    /** Its last byte is here; what a slow client takes to send it is not the gateway's time. */
    void arrived() {
        arrivedNanos = gate.now();
        begunNanos = arrivedNanos;
    }

    /** How long it has been here, in nanoseconds. */
    long waitedNanos() {
        return gate.now() - arrivedNanos;
    }

    /** Its signature was good. */
    void proven(String keyId) {
        proven = true;
        if (keyId.equals(claimedKey)) {
            gate.proven(address, keyId);
        }
    }

    /** Counts as refused, for it was not begun with in time. */
    void tooLate() {
        gate.tooLate();
    }

    @Override
    public void pauses() {
        if (state.compareAndSet(State.WORKING, State.PAUSED)) {
            share.gives();
            gate.pauses(spent());
        }
    }

    @Override
    public void goesOn() {
        if (state.get() == State.PAUSED) {
            begunNanos = gate.now();
            if (state.compareAndSet(State.PAUSED, State.WORKING)) {
                share.takes();
                gate.begins();
            }
        }
    }

    @Override
    public void workBegins() {
        holders.incrementAndGet();
    }

    @Override
    public void workEnds() {
        release();
    }

    /** The answer begins, or nobody is there any more to be answered. */
    void over() {
        if (answered.compareAndSet(false, true)) {
            release();
        }
    }

    private void release() {
        if (holders.decrementAndGet() > 0) {
            return;
        }
        State before = state.getAndSet(State.OVER);
        if (before == State.WAITING || before == State.WORKING) {
            share.gives();
        }
        if (before == State.WORKING) {
            gate.pauses(spent());
        }
        if (before != State.OVER) {
            gate.leaves(proven);
        }
    }

    private long spent() {
        return proven ? gate.now() - begunNanos : 0;
    }
}
