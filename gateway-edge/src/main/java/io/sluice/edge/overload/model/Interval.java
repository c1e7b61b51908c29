package io.sluice.edge.overload.model;

/**
 * What a short time, a tenth of a second or so, showed of the gateway's own work.
 *
 * @param finished requests of proven merchants that were answered
 * @param ownNanos the gateway's own time that was spent on such requests, waiting for a channel not counted; divided by
 *     {@code finished} it is what a request takes now, even before those that wait longest are answered
 * @param peak the most that were being worked on at once
 * @param keptOut requests that the limit kept out, for a while or altogether
 * @param overShare requests that were refused for being more than their merchant's share
 */
public record Interval(long finished, long ownNanos, int peak, long keptOut, long overShare) {

    /** @return nanoseconds a request; only where something was finished */
    double ownNanosEach() {
        return (double) ownNanos / finished;
    }

    boolean tellsNothing() {
        return finished == 0;
    }
}
