package io.sluice.sandbox.chaos;

import java.time.Duration;

/** What a client saw during one fault. Safe for any thread. */
final class Tally {
    private int payments;
    private int acknowledged;
    private int refused;
    private int unreached;
    private int unknown;
    private Duration slowest = Duration.ZERO;

    /**
     * The counts as they stand.
     *
     * @param payments that were asked for
     * @param acknowledged of these, while the fault went on or soon after
     * @param refused answers with 503
     * @param unreached requests that were never sent, since nobody listened
     * @param unknown requests without an answer
     * @param slowest of all answers
     */
    record Counts(int payments, int acknowledged, int refused, int unreached, int unknown, Duration slowest) {}

    synchronized void asked() {
        payments++;
    }

    synchronized void acknowledged() {
        acknowledged++;
    }

    synchronized void answered(RecordingMerchant.Reply reply, Duration took) {
        refused += reply.status() == 503 ? 1 : 0;
        unreached += reply.isUnreached() ? 1 : 0;
        unknown += reply.status() == 0 && !reply.isUnreached() ? 1 : 0;
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }

    synchronized Counts counts() {
        return new Counts(payments, acknowledged, refused, unreached, unknown, slowest);
    }
}
