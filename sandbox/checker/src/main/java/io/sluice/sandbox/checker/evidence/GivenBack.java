package io.sluice.sandbox.checker.evidence;

/**
 * A refund in the channel's book, or one that bounced.
 *
 * @param number of the charge
 * @param amountMinor negative for one that bounced
 */
public record GivenBack(String refundNumber, String number, long amountMinor) {}
