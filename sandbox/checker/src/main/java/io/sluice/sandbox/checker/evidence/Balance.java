package io.sluice.sandbox.checker.evidence;

/** An account of the ledger with its sums. */
public record Balance(String account, String currency, long debitMinor, long creditMinor) {}
