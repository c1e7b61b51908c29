package io.sluice.core.modification.model;

import io.sluice.core.id.ModificationId;
import io.sluice.core.modification.model.RequestModification.GiveBack;
import io.sluice.core.modification.model.ReservationDecision.Refused;
import io.sluice.core.modification.model.ReservationDecision.Reserved;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return switch (ruling(payment, known, command, now)) {
            case Ruling.Denied(Refused refusal) -> refusal;
            case Ruling.Granted(PaymentAttempt attempt, Modification.Sum sum) ->
                reserved(payment, Modification.sent(command, id, attempt, sum, now), command.giveBack(), now);
        };
    }

    private static Ruling ruling(Payment payment, List<Modification> known, RequestModification command, Instant now) {
        GiveBack giveBack = command.giveBack();
        return switch (command.kind()) {
            case CAPTURE -> CapturePolicy.capture(payment, known, command);
            case VOID -> CapturePolicy.release(payment, known, command);
            case CAPTURE_VOID -> RefundPolicy.undo(payment, known, command);
            case CHARGE_VOID -> ChargeVoidPolicy.undo(payment, command, now);
            case REFUND ->
                giveBack == null
                        ? RefundPolicy.refund(payment, known, command)
                        : GiveBackPolicy.giveBack(payment, known, giveBack);
        };
    }

    private static ReservationDecision reserved(
            Payment payment, Modification sent, @Nullable GiveBack giveBack, Instant now) {
        Payment reserved = payment.moved(
                Reserves.moved(payment.totals(), sent, ModificationState.CREATED, ModificationState.SENT), now);
        String reason = "reserved " + sent.amount() + " of " + payment.amount()
                + (giveBack == null ? "" : " to be given back, decided by " + giveBack.by());
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
