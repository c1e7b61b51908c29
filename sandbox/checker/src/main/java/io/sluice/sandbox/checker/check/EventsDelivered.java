package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Event;
import io.sluice.sandbox.checker.evidence.Evidence;
import io.sluice.sandbox.checker.evidence.Webhook;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

final class EventsDelivered implements Check {
    @Override
    public String name() {
        return "events-delivered";
    }

    @Override
    public String rule() {
        return "every event has reached the webhook receiver at least once, genuinely signed";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        Set<String> received = evidence.webhooks().stream()
                .filter(Webhook::genuine)
                .map(Webhook::eventId)
                .collect(Collectors.toSet());
        return evidence.store().events().stream()
                .filter(Event::wanted)
                .filter(event -> !received.contains(event.id()))
                .map(event -> "%s (%s, %d of %s) has not arrived"
                        .formatted(event.id(), event.type(), event.sequence(), event.paymentId()))
                .toList();
    }
}
