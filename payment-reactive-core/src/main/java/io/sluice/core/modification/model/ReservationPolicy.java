package io.sluice.core.modification.model;

import io.sluice.core.id.ModificationId;
import io.sluice.core.modification.model.ReservationDecision.Refused;
import io.sluice.core.modification.model.ReservationDecision.Reserved;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import java.time.Instant;
import java.util.List;

/**
 * Sets aside on its payment what a modification will move. It is recorded together with the intent to send it, so that it
 * goes from RESERVED to SENT in the write that reserves it, and no byte leaves before that write is committed.
 */
final class ReservationPolicy {

    private ReservationPolicy() {}

    /** What one kind's rule says. */
    sealed interface Ruling {

        record Granted(PaymentAttempt attempt, Modification.Sum sum) implements Ruling {}

        record Denied(Refused refusal) implements Ruling {}
    }

    static ReservationDecision reserve(
            Payment payment, List<Modification> known, RequestModification command, ModificationId id, Instant now) {
        Ruling ruling = switch (command.kind()) {
            case CAPTURE -> CapturePolicy.capture(payment, known, command);
            case VOID -> CapturePolicy.release(payment, known);
            case CAPTURE_VOID -> RefundPolicy.undo(payment, known, command);
            case REFUND -> RefundPolicy.refund(payment, known, command);
        };
        return switch (ruling) {
            case Ruling.Denied(Refused refusal) -> refusal;
            case Ruling.Granted(PaymentAttempt attempt, Modification.Sum sum) ->
                reserved(payment, Modification.sent(command, id, attempt, sum, now), now);
        };
    }

    private static ReservationDecision reserved(Payment payment, Modification sent, Instant now) {
        Payment reserved = payment.moved(
                Reserves.moved(payment.totals(), sent, ModificationState.CREATED, ModificationState.SENT), now);
        String reason = "reserved " + sent.amount() + " of " + payment.amount();
        return new Reserved(new ModificationTransition(
                payment.version(),
                List.of(ModificationChange.of(ModificationState.RESERVED, reason, sent, reserved)),
                null));
    }

    static Ruling denied(String code, String message) {
        return new Ruling.Denied(new Refused(code, null, message));
    }

    static Ruling denied(String code, String field, String message) {
        return new Ruling.Denied(new Refused(code, field, message));
    }
}
