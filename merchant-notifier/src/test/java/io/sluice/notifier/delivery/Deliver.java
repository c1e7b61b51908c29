package io.sluice.notifier.delivery;

import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.delivery.model.Delivery;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Deliveries as they come out of the queue. */
final class Deliver {

    private static final MerchantId MERCHANT = MerchantId.next();

    private Deliver() {}

    static List<Delivery> some(int number, WebhookEndpointId endpoint) {
        return Stream.generate(() -> one(endpoint)).limit(number).toList();
    }

    private static Delivery one(WebhookEndpointId endpoint) {
        return new Delivery(MERCHANT, endpoint, EventId.next(), PaymentId.next(), UUID.randomUUID(), 0, "{}", null);
    }
}
