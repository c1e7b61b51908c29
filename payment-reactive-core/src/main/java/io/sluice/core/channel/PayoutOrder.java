package io.sluice.core.channel;

import io.sluice.core.money.Money;

/**
 * What a channel is asked to send, and what it is asked about later.
 *
 * @param number the payout's channel-idempotent number, durable before this order exists
 * @param beneficiary who receives it
 * @param purpose the merchant's, for the beneficiary's statement
 */
public record PayoutOrder(String number, Money amount, Beneficiary beneficiary, String purpose) {}
