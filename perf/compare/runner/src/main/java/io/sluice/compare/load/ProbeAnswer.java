package io.sluice.compare.load;

import java.time.Instant;

/**
 * What became of one request of a {@link Probe}.
 *
 * @param due when it should have left
 * @param status 0 when it was never answered
 * @param tookMs from when it was due
 */
public record ProbeAnswer(Instant due, int status, double tookMs) {}
