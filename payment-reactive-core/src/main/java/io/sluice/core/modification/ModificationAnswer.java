package io.sluice.core.modification;

import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ReservationDecision;

/** What a merchant is told about a request to capture, void or refund. */
public sealed interface ModificationAnswer {

    /** The channel has spoken: it is under way, done, refused, or its outcome is in doubt. */
    record Concluded(Modification modification) implements ModificationAnswer {}

    /** The merchant's patience ended first; it goes on. */
    record InProgress(Modification modification) implements ModificationAnswer {}

    /** The same request was answered before; here is that answer again. */
    record Replayed(Modification modification) implements ModificationAnswer {}

    /** The same request is being worked on by somebody else. */
    record InFlight() implements ModificationAnswer {}

    /** The idempotency key belongs to another request. */
    record KeyReused() implements ModificationAnswer {}

    /** It may not be done; nothing was recorded. */
    record Refused(ReservationDecision.Refused refusal) implements ModificationAnswer {}

    /** The merchant has no such payment. */
    record NoSuchPayment() implements ModificationAnswer {}
}
