package io.sluice.perf.judge;

/** The answers to one kind of request: granted, refused in good order, or neither. Safe for any thread. */
public final class Tally {
    private static final double NEARLY_ALL = 0.99;

    /** A payer waits that long without wondering; what is granted later is no good output. */
    private static final int GOOD_WITHIN_MS = 1000;

    private final Times granted = new Times();
    private final Times refused = new Times();

    /** A request that was granted. */
    public void grant(int tookMs) {
        granted.add(tookMs);
    }

    /** A request that was refused and told when to come again. */
    public void refuse(int tookMs) {
        refused.add(tookMs);
    }

    public int granted() {
        return granted.count();
    }

    /** How many were granted within a second: the goodput. */
    public int good() {
        return granted.countWithin(GOOD_WITHIN_MS);
    }

    public int refused() {
        return refused.count();
    }

    /** The 99th percentile of what was granted, in milliseconds. */
    public int grantedP99() {
        return granted.within(NEARLY_ALL);
    }

    /** The 99th percentile of what was refused, in milliseconds. */
    public int refusedP99() {
        return refused.within(NEARLY_ALL);
    }

    @Override
    public String toString() {
        return "%d granted (p50 %d ms, p99 %d ms), %d refused (p99 %d ms)"
                .formatted(granted(), granted.within(0.5), grantedP99(), refused(), refusedP99());
    }
}
