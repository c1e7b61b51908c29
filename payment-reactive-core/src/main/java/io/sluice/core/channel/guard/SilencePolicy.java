package io.sluice.core.channel.guard;

/**
 * When a channel that says nothing is taken for failing: some calls wait for much longer than calls usually do, and none
 * has been answered in all that time. Whoever waited for the deadline instead would send payments into the dark for
 * seconds.
 */
final class SilencePolicy {

    /** Fewer may be bad luck. */
    static final int CALLS = 3;

    /** It must look so for this long, or answers that were only not read yet would count as none. */
    static final long CONFIRMED_AFTER_MS = 100;

    /** Looks further apart than this confirm nothing: it may be this process that stood still. */
    static final long LOOK_GAP_MS = 250;

    private static final int ENOUGH_SAMPLES = 20;
    private static final long LEAST_MS = 250;
    private static final long MOST_MS = 500;
    private static final long NOT_KNOWN_YET_MS = 2000;

    private SilencePolicy() {}

    /**
     * How long a call may wait before it speaks against the channel: twice the time that 99 of 100 answers take, within
     * bounds that keep the whole within a second, but never less than such an answer takes.
     */
    static long patienceMs(RecentCalls.Seen seen, long before) {
        if (seen.samples() < ENOUGH_SAMPLES) {
            return before == 0 ? NOT_KNOWN_YET_MS : before;
        }
        long usual = Math.clamp(2 * seen.p99Ms(), LEAST_MS, MOST_MS);
        return Math.max(usual, seen.p99Ms() * 5 / 4);
    }

    static boolean isSilent(int waitingLonger, long lastAnswerMs, long patienceMs, long nowMs) {
        return waitingLonger >= CALLS && lastAnswerMs < nowMs - patienceMs;
    }
}
