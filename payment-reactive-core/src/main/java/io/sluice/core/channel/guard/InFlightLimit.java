package io.sluice.core.channel.guard;

/**
 * How many calls of an account may wait for its answers. Where answers get lost although nobody sends more than yesterday, the
 * channel has more from us than it can answer, and more of it would only be more unknown outcomes: so the limit falls to less
 * than what was under way then. It rises again while answers come. A channel that takes long and answers is not narrowed.
 *
 * @param calls at once
 */
record InFlightLimit(int calls) {

    static final int MOST = 4096;

    /** Enough to see that answers come again, and too few to harm. */
    static final int LEAST = 64;

    /** Nothing speaks against an account that was not called. */
    static final InFlightLimit UNTRIED = new InFlightLimit(MOST);

    /** One in so many answers is lost by the best of channels, and so few in a second are chance. */
    private static final int ONE_IN = 20;

    private static final int CHANCE = 4;

    private static final double FALL = 0.7;
    private static final double RISE = 1.25;

    /**
     * What some second showed of an account.
     *
     * @param answered calls that the channel answered, whatever it said
     * @param lost calls whose outcome is unknown, or that were not sent, by the channel's fault
     * @param peak the most that were waiting at once
     */
    record Seen(long answered, long lost, int peak) {}

    InFlightLimit after(Seen seen) {
        if (seen.lost > CHANCE && seen.lost * ONE_IN > seen.lost + seen.answered) {
            return new InFlightLimit(Math.max(LEAST, (int) (Math.min(calls, seen.peak) * FALL)));
        }
        return seen.answered == 0 ? this : new InFlightLimit(Math.min(MOST, (int) (calls * RISE) + 1));
    }
}
