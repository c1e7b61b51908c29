package io.sluice.compare.load;

import org.HdrHistogram.Histogram;

/**
 * What a load came to.
 *
 * @param answered how many were answered as they should be: 201 for a payment, 200 for a callback
 * @param failed how many were answered otherwise or lost
 * @param perSecond answers a second between the first and the last tenth of them
 * @param latency of those answered so, in microseconds
 */
public record LoadResult(long answered, long failed, double perSecond, Histogram latency) {
    private static final double MICROS_A_MILLI = 1000;

    public double percentileMs(double percentile) {
        return latency.getValueAtPercentile(percentile) / MICROS_A_MILLI;
    }
}
