package io.sluice.perf.call;

/**
 * A request with the header fields that prove who sends it.
 *
 * @param target path and query
 * @param body empty when there is none; so are the idempotency key and the digest then
 */
public record SignedCall(
        String target, String body, String idempotencyKey, String digest, String input, String signature) {}
