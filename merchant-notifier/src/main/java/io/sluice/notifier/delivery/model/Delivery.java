package io.sluice.notifier.delivery.model;

import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.id.WebhookEndpointId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint, taken from the queue under a lease.
 *
 * @param lease proves, when the attempt is recorded, that nobody has taken the delivery since
 * @param failures how many attempts have failed since the delivery was queued or asked for again
 * @param body the event, sent byte for byte
 * @param traceparent the W3C trace context of what caused the event
 */
public record Delivery(
        MerchantId merchantId,
        WebhookEndpointId endpointId,
        EventId eventId,
        PaymentId paymentId,
        UUID lease,
        int failures,
        String body,
        @Nullable String traceparent) {

    /** The same delivery as part of another span, or of none. */
    public Delivery tracedBy(@Nullable String span) {
        return new Delivery(merchantId, endpointId, eventId, paymentId, lease, failures, body, span);
    }
}
