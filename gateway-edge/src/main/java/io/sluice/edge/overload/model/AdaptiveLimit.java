package io.sluice.edge.overload.model;

import java.time.Duration;

/**
 * How many requests may be worked on at once so that none takes much longer than it would alone. The time a request takes
 * grows with what waits before it, so the limit falls while requests take longer than they should and rises while it keeps
 * requests out although they take less. What a request takes when nobody is refused is learnt, so that a slow disk is
 * not taken for a queue; while requests are refused nothing is learnt, so that a queue is never taken for a slow disk.
 *
 * @param current the limit, in requests and parts of one
 * @param usualNanos what a request takes in quiet times
 */
public record AdaptiveLimit(Bounds bounds, double current, double usualNanos) {

    /** A fall in one interval, at most: what was admitted before still has to finish, and shows late. */
    private static final double STEEPEST_FALL = 0.85;

    private static final double RISE = 1.05;

    /** Of each quiet interval, so that a hundred of them are remembered. */
    private static final double LEARNT = 0.01;

    /** Of one in which less was taken: what holds up requests for a moment is not usual, however often it comes. */
    private static final double LEARNT_OF_LESS = 0.05;

    /** What takes longer than this in quiet times is not the gateway's usual self. */
    private static final double MOST_USUAL_NANOS = 250e6;

    /**
     * @param least so much is let in, whatever it takes, or nobody could tell when it gets better
     * @param start before anything is known
     * @param patience what a request may take beyond the usual
     */
    public record Bounds(int least, int start, int most, Duration patience) {

        public Bounds {
            if (least < 1 || start < least || most < start || !patience.isPositive()) {
                throw new IllegalArgumentException("must be 1 <= least <= start <= most and a patience above zero, not "
                        + least + ", " + start + ", " + most + ", " + patience);
            }
        }
    }

    public static AdaptiveLimit of(Bounds bounds) {
        return new AdaptiveLimit(bounds, bounds.start(), 0);
    }

    public int value() {
        return (int) current;
    }

    /** How many may wait, so that the last of them comes in after that time: while some wait, so many are done in it. */
    public int doneWithin(Duration time) {
        return (int) (current * time.toNanos() / (usualNanos + bounds.patience().toNanos()));
    }

    /**
     * How many are worked on, by Little's law, where each takes but little longer than usual.
     *
     * @param nanosBetween from one that is done to the next
     */
    public int workedOn(double nanosBetween, Duration longer) {
        return (int) ((usualNanos + longer.toNanos()) / nanosBetween);
    }

    /** Whether requests took more than the usual, where it is known, and that. */
    public boolean isSlow(Interval seen, Duration longer) {
        return !seen.tellsNothing() && usualNanos > 0 && seen.ownNanosEach() > usualNanos + longer.toNanos();
    }

    /** The limit for the next interval. */
    public AdaptiveLimit after(Interval seen) {
        if (seen.tellsNothing()) {
            return this;
        }
        double taken = seen.ownNanosEach();
        boolean quiet = seen.keptOut() == 0 && seen.overShare() == 0;
        if (usualNanos == 0 && quiet) {
            return to(current, taken);
        }
        boolean slow = taken > usualNanos + bounds.patience().toNanos();
        // Where few are worked on the limit is not what makes them slow, and a lower one would not make them fast.
        if (slow && seen.peak() >= current / 2) {
            double fall = (usualNanos + bounds.patience().toNanos()) / taken;
            return to(current * Math.max(STEEPEST_FALL, fall), usualNanos);
        }
        if (seen.keptOut() > 0) {
            return slow ? this : to(current * RISE + 1, usualNanos);
        }
        double learnt = taken < usualNanos ? LEARNT_OF_LESS : LEARNT;
        return to(slow ? current : backToStart(), quiet ? usualNanos + learnt * (taken - usualNanos) : usualNanos);
    }

    private double backToStart() {
        return current >= bounds.start() ? current : Math.min(bounds.start(), current * RISE + 1);
    }

    private AdaptiveLimit to(double limit, double usual) {
        return new AdaptiveLimit(
                bounds, Math.clamp(limit, bounds.least(), bounds.most()), Math.min(MOST_USUAL_NANOS, usual));
    }
}
