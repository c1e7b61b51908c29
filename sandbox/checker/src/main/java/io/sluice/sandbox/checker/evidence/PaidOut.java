package io.sluice.sandbox.checker.evidence;

/** A payout that stands in a channel's book. */
public record PaidOut(String number, long amountMinor) {}
