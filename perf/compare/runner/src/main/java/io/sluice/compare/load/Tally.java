package io.sluice.compare.load;

import io.sluice.sandbox.place.SandboxException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Counts what is answered; all but {@link #await} on one event loop. */
final class Tally implements Answers {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 3;
    private static final double MIDDLE = 0.8;

    private final Histogram latency = new Histogram(LONGEST_MICROS, DIGITS);
    private final CountDownLatch over = new CountDownLatch(1);
    private final int expected;
    private final int wanted;
    private volatile @Nullable String gaveUp;
    private long answered;
    private long failed;
    private long firstTenthNanos;
    private long lastTenthNanos;

    /**
     * @param expected how many answers
     * @param wanted the status of a good one
     */
    Tally(int expected, int wanted) {
        this.expected = expected;
        this.wanted = wanted;
    }

    @Override
    public void answered(int status, long startedNanos) {
        if (status == wanted) {
            long micros = (System.nanoTime() - startedNanos) / 1000;
            latency.recordValue(Math.min(micros, LONGEST_MICROS));
            answered++;
        } else {
            failed++;
        }
        ended();
    }

    @Override
    public void lost() {
        failed++;
        ended();
    }

    /** There is no point in going on. */
    void giveUp(String why) {
        gaveUp = why;
        over.countDown();
    }

    private void ended() {
        long done = answered + failed;
        if (done == expected / 10) {
            firstTenthNanos = System.nanoTime();
        } else if (done == expected - expected / 10) {
            lastTenthNanos = System.nanoTime();
        }
        if (done >= expected) {
            over.countDown();
        }
    }

    /** Blocks until all ended. */
    LoadResult await(long limitSeconds) throws InterruptedException {
        if (!over.await(limitSeconds, TimeUnit.SECONDS)) {
            throw new SandboxException("of %d requests only %d were answered within %d seconds, %d of them not with %d"
                    .formatted(expected, answered + failed, limitSeconds, failed, wanted));
        }
        String why = gaveUp;
        if (why != null) {
            throw new SandboxException(why);
        }
        double seconds = (lastTenthNanos - firstTenthNanos) / 1e9;
        return new LoadResult(answered, failed, expected * MIDDLE / seconds, latency);
    }
}
