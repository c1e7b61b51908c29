package io.sluice.core.payout.r2dbc;

import io.sluice.core.id.EventId;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payout.json.PayoutJson;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutChange;
import io.sluice.core.payout.model.PayoutTransition;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision to be written. Its event ids are made once, however often it is sent: by them it knows its own rows again.
 *
 * @param idempotency with a new payout only
 * @param sealed its beneficiary, sealed, in hexadecimal digits; with a new payout only
 */
record PayoutWrite(
        PayoutTransition transition,
        @Nullable IdempotencyKey idempotency,
        @Nullable String sealed,
        List<Event> events) {

    static PayoutWrite of(
            PayoutTransition transition,
            @Nullable IdempotencyKey idempotency,
            @Nullable String sealed,
            @Nullable String traceparent) {
        return new PayoutWrite(
                transition,
                idempotency,
                sealed,
                transition.changes().stream()
                        .map(change -> Event.of(change, traceparent))
                        .toList());
    }

    Payout payout() {
        return transition.after();
    }

    UUID id() {
        return payout().id().value();
    }

    /** What payouts of it take from: those of one fund are written one after the other. */
    Fund fund() {
        return new Fund(
                payout().merchantId().value(), payout().amount().currency().getCurrencyCode());
    }

    record Fund(UUID merchant, String currency) {}

    /** A row of the log. */
    record Event(
            EventId id,
            PayoutChange change,
            String body,
            @Nullable String traceparent) {

        private static Event of(PayoutChange change, @Nullable String traceparent) {
            EventId id = EventId.next();
            return new Event(id, change, PayoutJson.eventBody(id, change), traceparent);
        }

        Payout payout() {
            return change.after();
        }
    }
}
