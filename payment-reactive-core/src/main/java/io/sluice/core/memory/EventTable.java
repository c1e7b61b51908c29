package io.sluice.core.memory;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.EventId;
import io.sluice.core.id.PaymentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The event log, in commit order and by payment. */
final class EventTable {

    private final List<PaymentEvent> log = new ArrayList<>();
    private final Map<PaymentId, List<PaymentEvent>> ofPayments = new HashMap<>();
    private final Set<EventId> known = new HashSet<>();

    /** An event of a payment goes on in the trace of the payment's making, whoever decided. */
    void append(List<PaymentEvent> events) {
        for (PaymentEvent event : events) {
            List<PaymentEvent> before = ofPayments.computeIfAbsent(event.paymentId(), id -> new ArrayList<>());
            PaymentEvent row = before.isEmpty() ? event : inTraceOf(before.getFirst(), event);
            before.add(row);
            log.add(row);
            known.add(row.id());
        }
    }

    private static PaymentEvent inTraceOf(PaymentEvent making, PaymentEvent event) {
        return making.traceparent() == null
                ? event
                : new PaymentEvent(
                        event.id(),
                        event.type(),
                        event.merchantId(),
                        event.paymentId(),
                        event.sequence(),
                        event.at(),
                        event.body(),
                        making.traceparent());
    }

    boolean has(EventId id) {
        return known.contains(id);
    }

    List<PaymentEvent> of(PaymentId id) {
        return List.copyOf(ofPayments.getOrDefault(id, List.of()));
    }

    List<PaymentEvent> log() {
        return List.copyOf(log);
    }

    /** Those after the first {@code position} ones. */
    List<PaymentEvent> after(int position, int limit) {
        return List.copyOf(log.subList(position, Math.min(log.size(), position + limit)));
    }
}
