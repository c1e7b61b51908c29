package io.sluice.core.payment.r2dbc;

import io.sluice.core.id.EventId;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentChange;
import io.sluice.core.payment.model.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision to be written. Its event ids are made once, however often it is sent: by them it knows its own rows again.
 *
 * @param idempotency with an acceptance only
 */
record PaymentWrite(Transition transition, @Nullable IdempotencyKey idempotency, List<Event> events) {

    static PaymentWrite of(Transition transition, @Nullable IdempotencyKey idempotency, @Nullable String traceparent) {
        List<Event> events = transition.changes().stream()
                .map(change -> Event.of(change, traceparent))
                .toList();
        return new PaymentWrite(transition, idempotency, events);
    }

    boolean isAcceptance() {
        return idempotency != null;
    }

    Payment payment() {
        return transition.after();
    }

    /** Whoever finds this event in the log finds this write done. */
    Event firstEvent() {
        return events.getFirst();
    }

    /** A row of the event log. */
    record Event(
            EventId id,
            PaymentChange change,
            String body,
            @Nullable String traceparent) {

        static Event of(PaymentChange change, @Nullable String traceparent) {
            EventId id = EventId.next();
            return new Event(id, change, PaymentJson.eventBody(id, change), traceparent);
        }

        Payment payment() {
            return change.after();
        }
    }

    /** A row of attempts. */
    record Attempt(Payment payment, PaymentAttempt attempt) {}

    List<Attempt> attempts() {
        Payment payment = payment();
        return payment.attempts().stream()
                .map(attempt -> new Attempt(payment, attempt))
                .toList();
    }
}
