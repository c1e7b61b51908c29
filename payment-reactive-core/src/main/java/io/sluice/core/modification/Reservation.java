package io.sluice.core.modification;

import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ReservationDecision;

/** What became of a request to set money aside. */
public sealed interface Reservation {

    /** Durable: the channel may be asked. */
    record Reserved(Modification modification) implements Reservation {}

    /** The same request was made before. */
    record Replayed(Modification modification) implements Reservation {}

    /** The idempotency key belongs to another request. */
    record KeyReused() implements Reservation {}

    /** It may not be done. Nothing was recorded. */
    record Refused(ReservationDecision.Refused refusal) implements Reservation {}

    /** The merchant has no such payment. */
    record NoSuchPayment() implements Reservation {}
}
