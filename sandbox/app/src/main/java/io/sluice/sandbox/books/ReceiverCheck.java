package io.sluice.sandbox.books;

import io.sluice.sandbox.place.DemoMerchant;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.shop.WebhookLog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares what the gateway says it delivered to the demo merchant with what the demo merchant received. */
final class ReceiverCheck {
    private static final String DELIVERED = """
            select 'evt_' || replace(event_id::text, '-', '') from webhook.delivery
             where state = 'DELIVERED' and endpoint_id = ?::uuid""";

    private ReceiverCheck() {}

    static Finding look(SandboxDatabase database, Place place) {
        Set<String> received = new HashSet<>();
        List<String> differences = new ArrayList<>();
        WebhookLog.forEach(place.webhooks(), "", webhook -> {
            received.add(webhook.eventId());
            if (!webhook.hasGenuineSignature()) {
                differences.add(webhook.eventId() + " arrived and its signature is " + webhook.verified());
            }
        });
        String endpoint = DemoMerchant.required(place).webhookEndpointId();
        database.query(DELIVERED, row -> row.getString(1), endpoint.substring(endpoint.indexOf('_') + 1)).stream()
                .filter(event -> !received.contains(event))
                .forEach(event -> differences.add(event + " counts as delivered and the receiver has not got it"));
        return new Finding("the receiver has every delivered event, each genuinely signed", differences);
    }
}
