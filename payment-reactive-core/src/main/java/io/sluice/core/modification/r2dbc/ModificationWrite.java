package io.sluice.core.modification.r2dbc;

import io.sluice.core.id.EventId;
import io.sluice.core.modification.json.ModificationJson;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationChange;
import io.sluice.core.modification.model.ModificationTransition;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentChange;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision to be written. Its event ids are made once, however often it is sent: by them it knows its own rows again.
 *
 * @param idempotency with a new modification only, and not with each
 */
record ModificationWrite(
        ModificationTransition transition, @Nullable IdempotencyKey idempotency, List<Event> events) {

    static ModificationWrite of(
            ModificationTransition transition, @Nullable IdempotencyKey idempotency, @Nullable String traceparent) {
        List<Event> events = new ArrayList<>();
        transition.changes().forEach(change -> events.add(Event.of(change, traceparent)));
        PaymentChange follows = transition.follows();
        if (follows != null) {
            events.add(Event.of(follows, traceparent));
        }
        return new ModificationWrite(transition, idempotency, List.copyOf(events));
    }

    Modification modification() {
        return transition.after();
    }

    Payment payment() {
        return transition.payment();
    }

    /** Of the last event that tells of the modification itself; one of its payment's state may follow. */
    int toldSequence() {
        return transition.changes().getLast().payment().version();
    }

    /** Whoever finds this event in the log finds this write done. */
    Event firstEvent() {
        return events.getFirst();
    }

    UUID id() {
        return payment().id().value();
    }

    /** The attempt that holds or took the money, as it stands then. */
    PaymentAttempt attempt() {
        return payment().attempt(modification().attempt());
    }

    /** A row of the event log. */
    record Event(
            EventId id,
            String type,
            String from,
            String to,
            String reason,
            Payment payment,
            String body,
            @Nullable String traceparent) {

        static Event of(ModificationChange change, @Nullable String traceparent) {
            EventId id = EventId.next();
            return new Event(
                    id,
                    change.type(),
                    change.from().name(),
                    change.after().state().name(),
                    change.reason(),
                    change.payment(),
                    ModificationJson.eventBody(id, change),
                    traceparent);
        }

        static Event of(PaymentChange change, @Nullable String traceparent) {
            EventId id = EventId.next();
            return new Event(
                    id,
                    change.type(),
                    change.from().name(),
                    change.after().state().name(),
                    change.reason(),
                    change.after(),
                    PaymentJson.eventBody(id, change),
                    traceparent);
        }
    }
}
