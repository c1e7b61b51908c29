package io.sluice.core.event;

import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.id.PayoutId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the event log, as every reader sees it: Kafka, webhooks and SSE carry {@code body} byte for byte.
 *
 * @param paymentId what it is of; of a payout's event the payout's own 128 bits, which {@link #subject()} names as they are
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
        @Nullable String traceparent) {

    private static final String OF_PAYOUTS = "payout.";

    /** The public id of what it is of: {@code pay_…}, or {@code pyo_…}. All events with one subject are read in their order. */
    public String subject() {
        return type.startsWith(OF_PAYOUTS) ? new PayoutId(paymentId.value()).toString() : paymentId.toString();
    }

    /**
     * The id by which the log knows a subject.
     *
     * @throws IllegalArgumentException when it is none that an event of this type can have
     */
    public static PaymentId idOf(String type, String subject) {
        return type.startsWith(OF_PAYOUTS)
                ? new PaymentId(PayoutId.parse(subject).value())
                : PaymentId.parse(subject);
    }
}
