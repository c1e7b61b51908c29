package io.sluice.core.merchant.model;

/**
 * A token bucket.
 *
 * @param permitsPerSecond refill
 * @param burst size of the bucket
 */
public record RateLimit(int permitsPerSecond, int burst) {}
