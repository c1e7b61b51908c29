package io.sluice.core.settlement.model;

import io.sluice.core.channel.BatchTotals;

/**
 * What our tables say of a batch.
 *
 * @param open how many of its attempts, captures, voids and refunds nobody knows the outcome of
 */
public record BatchBook(BatchTotals totals, int open) {}
