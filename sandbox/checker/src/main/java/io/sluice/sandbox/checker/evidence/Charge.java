package io.sluice.sandbox.checker.evidence;

/** A charge in the channel's book, under the number that the gateway gave it. */
public record Charge(String number, long amountMinor) {}
