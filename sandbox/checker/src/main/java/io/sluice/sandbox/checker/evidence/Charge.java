package io.sluice.sandbox.checker.evidence;

/**
 * A charge in the channel's book.
 *
 * @param number of the order, as the gateway gave it
 * @param capture number of the capture, as the gateway gave it; empty where the order itself collected
 */
public record Charge(String number, String capture, long amountMinor) {}
