package io.sluice.core.memory;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.EventId;
import io.sluice.core.modification.json.ModificationJson;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationTransition;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One decision about a capture, a void or a refund on its way to the table. Its event ids are made once, however often it is
 * sent: by them it knows its own rows again.
 *
 * @param idempotency of a new one that a merchant asked for
 */
public record ModificationWrite(
        ModificationTransition transition,
        boolean isNew,
        @Nullable IdempotencyKey idempotency,
        List<PaymentEvent> events) {

    public static ModificationWrite creation(
            ModificationTransition transition, @Nullable IdempotencyKey key, @Nullable String traceparent) {
        return new ModificationWrite(transition, true, key, events(transition, traceparent));
    }

    public static ModificationWrite recording(ModificationTransition transition, @Nullable String traceparent) {
        return new ModificationWrite(transition, false, null, events(transition, traceparent));
    }

    private static List<PaymentEvent> events(ModificationTransition transition, @Nullable String traceparent) {
        List<PaymentEvent> events = new ArrayList<>();
        transition
                .changes()
                .forEach(change -> events.add(event(
                        change.type(), change.payment(), id -> ModificationJson.eventBody(id, change), traceparent)));
        PaymentChange follows = transition.follows();
        if (follows != null) {
            events.add(event(follows.type(), follows.after(), id -> PaymentJson.eventBody(id, follows), traceparent));
        }
        return List.copyOf(events);
    }

    private static PaymentEvent event(
            String type, Payment payment, Function<EventId, String> body, @Nullable String traceparent) {
        EventId id = EventId.next();
        return new PaymentEvent(
                id,
                type,
                payment.merchantId(),
                payment.id(),
                payment.version(),
                payment.updatedAt(),
                body.apply(id),
                traceparent);
    }

    public Modification modification() {
        return transition.after();
    }

    public Payment payment() {
        return transition.payment();
    }
}
