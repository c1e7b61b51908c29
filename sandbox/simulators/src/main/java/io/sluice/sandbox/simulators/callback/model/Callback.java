package io.sluice.sandbox.simulators.callback.model;

import java.time.Instant;

/**
 * A notification on its way: its id stays the same over all sendings. {@code subject} is the out_trade_no or
 * out_refund_no, {@code document} the JSON to be encrypted, {@code failed} how many sendings failed, {@code dueAt} when
 * the next one leaves.
 */
public record Callback(
        String id,
        Variant variant,
        String eventType,
        String originalType,
        String mchid,
        String subject,
        String url,
        String document,
        int copies,
        Instant createdAt,
        int failed,
        Instant dueAt) {
    public Callback failedOnce(Instant next) {
        return new Callback(
                id, variant, eventType, originalType, mchid, subject, url, document, 1, createdAt, failed + 1, next);
    }

    /** A probe is sent once: it is meant to fail. */
    public boolean resent() {
        return variant != Variant.PROBE;
    }
}
