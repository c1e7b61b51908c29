package io.sluice.core.memory;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.EventId;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentChange;
import io.sluice.core.payment.model.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision on its way to the table. Its event ids are made once, however often it is sent: by them it knows its own
 * rows again.
 *
 * @param idempotency with an acceptance only
 */
public record PaymentWrite(Transition transition, @Nullable IdempotencyKey idempotency, List<PaymentEvent> events) {

    public static PaymentWrite of(
            Transition transition, @Nullable IdempotencyKey idempotency, @Nullable String traceparent) {
        return new PaymentWrite(
                transition,
                idempotency,
                transition.changes().stream()
                        .map(change -> event(change, traceparent))
                        .toList());
    }

    private static PaymentEvent event(PaymentChange change, @Nullable String traceparent) {
        EventId id = EventId.next();
        Payment payment = change.after();
        return new PaymentEvent(
                id,
                change.type(),
                payment.merchantId(),
                payment.id(),
                payment.version(),
                payment.updatedAt(),
                PaymentJson.eventBody(id, change),
                traceparent);
    }

    public Payment payment() {
        return transition.after();
    }
}
