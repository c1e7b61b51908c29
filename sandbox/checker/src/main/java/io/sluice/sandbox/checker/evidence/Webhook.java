package io.sluice.sandbox.checker.evidence;

/** One arrival at the webhook receiver, with the body byte for byte. */
public record Webhook(String eventId, boolean genuine, String body) {}
