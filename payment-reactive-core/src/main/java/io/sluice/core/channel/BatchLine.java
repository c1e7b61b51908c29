package io.sluice.core.channel;

/**
 * A transaction of a batch.
 *
 * @param reference the channel's own number of it
 * @param refund whether it gave money back; else it collected money
 */
public record BatchLine(String reference, long amountMinor, boolean refund) {}
