package io.sluice.sandbox.simulation.world;

/** What a channel holds of an order, and what it has collected of that, in minor units. */
public final class Captures {

    private final long heldMinor;
    private long underWayMinor;
    private long capturedMinor;
    private boolean released;
    private boolean lapsed;

    Captures(long heldMinor) {
        this.heldMinor = heldMinor;
    }

    /** What was collected and is not undone. */
    public long capturedMinor() {
        return capturedMinor;
    }

    /** Whether something can still be collected. */
    public boolean isHeld() {
        return !released && leftMinor() > 0;
    }

    /** Whether nothing was collected, or is being so. */
    boolean isUntouched() {
        return capturedMinor == 0 && underWayMinor == 0;
    }

    /** Whether the channel let go of it though nobody had asked for that. */
    boolean hasLapsed() {
        return lapsed;
    }

    long leftMinor() {
        return released ? 0 : heldMinor - underWayMinor - capturedMinor;
    }

    void begin(long minor) {
        underWayMinor += minor;
    }

    void end(long minor, boolean done) {
        underWayMinor -= minor;
        capturedMinor += done ? minor : 0;
        released |= capturedMinor >= heldMinor;
    }

    void undo(long minor) {
        capturedMinor -= minor;
    }

    /** As it was before the only capture, unless its time was over meanwhile. */
    void holdAgain(long minor) {
        undo(minor);
        released = lapsed;
    }

    void release() {
        released = true;
    }

    void lapse() {
        lapsed = true;
        released = true;
    }
}
