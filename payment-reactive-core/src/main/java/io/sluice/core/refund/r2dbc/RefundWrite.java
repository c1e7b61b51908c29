package io.sluice.core.refund.r2dbc;

import io.sluice.core.id.EventId;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.refund.json.RefundJson;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.model.RefundChange;
import io.sluice.core.refund.model.RefundTransition;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision to be written. Its event ids are made once, however often it is sent: by them it knows its own rows again.
 *
 * @param idempotency with a new refund only
 */
record RefundWrite(RefundTransition transition, @Nullable IdempotencyKey idempotency, List<Event> events) {

    static RefundWrite of(
            RefundTransition transition, @Nullable IdempotencyKey idempotency, @Nullable String traceparent) {
        List<Event> events = transition.changes().stream()
                .map(change -> Event.of(change, traceparent))
                .toList();
        return new RefundWrite(transition, idempotency, events);
    }

    Refund refund() {
        return transition.after();
    }

    Payment payment() {
        return transition.payment();
    }

    /** Whoever finds this event in the log finds this write done. */
    Event firstEvent() {
        return events.getFirst();
    }

    UUID id() {
        return payment().id().value();
    }

    /** A row of the event log. */
    record Event(
            EventId id,
            RefundChange change,
            String body,
            @Nullable String traceparent) {

        static Event of(RefundChange change, @Nullable String traceparent) {
            EventId id = EventId.next();
            return new Event(id, change, RefundJson.eventBody(id, change), traceparent);
        }

        Payment payment() {
            return change.payment();
        }
    }
}
