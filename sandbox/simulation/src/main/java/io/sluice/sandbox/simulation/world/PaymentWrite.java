package io.sluice.sandbox.simulation.world;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.EventId;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentChange;
import io.sluice.core.payment.model.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One decision on its way to the store, with the events that it is known by. */
public record PaymentWrite(Transition transition, @Nullable IdempotencyKey idempotency, List<PaymentEvent> events) {

    public static PaymentWrite of(Transition transition, @Nullable IdempotencyKey idempotency) {
        return new PaymentWrite(
                transition,
                idempotency,
                transition.changes().stream().map(PaymentWrite::event).toList());
    }

    private static PaymentEvent event(PaymentChange change) {
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
                null);
    }

    public Payment payment() {
        return transition.after();
    }
}
