package io.sluice.compare.contestant;

/**
 * Payments that were accepted, counted.
 *
 * @param all that are written
 * @param succeeded of them
 * @param failed of them: no channel took them
 */
public record Payments(long all, long succeeded, long failed) {
    /** Those since. */
    public Payments since(Payments before) {
        return new Payments(all - before.all, succeeded - before.succeeded, failed - before.failed);
    }

    /** Those that have no end yet. */
    public long open() {
        return all - succeeded - failed;
    }
}
