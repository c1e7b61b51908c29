package io.sluice.sandbox.checker.evidence;

/**
 * A row of the event log.
 *
 * @param wanted whether the webhook receiver asked for it
 */
public record Event(String id, String paymentId, int sequence, String type, boolean wanted) {}
