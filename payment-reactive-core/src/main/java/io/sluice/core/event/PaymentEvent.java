package io.sluice.core.event;

import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the event log, as every reader sees it: Kafka, webhooks and SSE carry {@code body} byte for byte.
 *
 * @param sequence the payment's own numbering, from 1 without gaps
 * @param body the event as JSON, described in {@code docs/events.md}
 * @param traceparent the W3C trace context of what caused it
 */
public record PaymentEvent(
        EventId id,
        String type,
        MerchantId merchantId,
        PaymentId paymentId,
        int sequence,
        Instant at,
        String body,
        @Nullable String traceparent) {}
