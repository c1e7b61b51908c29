package io.sluice.core.modification.model;

import static io.sluice.core.modification.model.ReservationPolicy.denied;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.modification.model.Modification.Sum;
import io.sluice.core.modification.model.Modification.Target;
import io.sluice.core.modification.model.ReservationPolicy.Ruling;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentState;
import java.util.List;
import java.util.Optional;

/**
 * How much of what is held may be captured or released. What ends the authorization, a last capture or a void, waits until
 * all captures before it are known and then sets aside all that is left: nothing is captured beside it. Where the channel
 * captures once, every capture is the last.
 */
final class CapturePolicy {

    private CapturePolicy() {}

    static Ruling capture(Payment payment, List<Modification> known, RequestModification command) {
        Optional<PaymentAttempt> holding = holding(payment);
        if (holding.isEmpty()) {
            return denied(
                    "payment_not_capturable",
                    payment.id() + " is " + payment.state()
                            + ": only a payment that is AUTHORIZED or PARTIALLY_CAPTURED can be captured."
                            + released(payment, command));
        }
        boolean alone = payment.totals().captureReservedMinor() == 0 && !isGrowing(known);
        if (command.once() && !alone) {
            return underWay(payment);
        }
        long left = payment.totals().leftToCapture();
        Long asked = command.amountMinor();
        long wanted = asked == null ? left : asked;
        if (wanted <= 0 || wanted > left) {
            return denied("capture_exceeds_authorization", "amount", exceeds(payment, left));
        }
        if (command.last() && !alone) {
            return underWay(payment);
        }
        boolean last = command.last() || (alone && wanted == left);
        return new Ruling.Granted(
                holding.get(), new Sum(target(payment, holding.get()), wanted, last ? left : wanted, last));
    }

    /** Voids what is not captured. */
    static Ruling release(Payment payment, List<Modification> known, RequestModification command) {
        Optional<PaymentAttempt> holding = holding(payment);
        long left = payment.totals().leftToCapture();
        if (payment.totals().captureReservedMinor() > 0 || isGrowing(known)) {
            return underWay(payment);
        }
        Optional<PaymentAttempt> charged = collectedAtOnce(payment);
        if (charged.isPresent()) {
            return denied(
                    "payment_not_voidable",
                    payment.id() + " is " + payment.state() + ": " + ChargeVoidPolicy.tooLate(charged.get(), null));
        }
        if (holding.isEmpty() || left <= 0) {
            return denied(
                    "payment_not_voidable",
                    payment.id() + " is " + payment.state()
                            + ": only a payment that is AUTHORIZED or PARTIALLY_CAPTURED "
                            + "holds money that can be released."
                            + released(payment, command));
        }
        return new Ruling.Granted(holding.get(), new Sum(target(payment, holding.get()), left, left, true));
    }

    private static Optional<PaymentAttempt> collectedAtOnce(Payment payment) {
        return payment.captureMethod() == CaptureMethod.AUTOMATIC && payment.state() == PaymentState.SUCCEEDED
                ? payment.attempts().stream().filter(PaymentAttempt::isCharged).findFirst()
                : Optional.empty();
    }

    private static String released(Payment payment, RequestModification command) {
        return command.once() && payment.totals().capturedMinor() > 0
                ? " Its channel captures once, and what the capture left was released with it."
                : "";
    }

    /** A void of a capture makes more left: what was all would not be all any more. */
    private static boolean isGrowing(List<Modification> known) {
        return known.stream()
                .anyMatch(other -> other.kind() == ModificationKind.CAPTURE_VOID
                        && other.state().isReserved());
    }

    private static Optional<PaymentAttempt> holding(Payment payment) {
        return switch (payment.state()) {
            case AUTHORIZED, PARTIALLY_CAPTURED ->
                payment.attempts().stream()
                        .filter(attempt -> attempt.state() == AttemptState.AUTHORIZED)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static Target target(Payment payment, PaymentAttempt attempt) {
        return new Target(null, attempt.channelReference(), payment.amount());
    }

    static Ruling underWay(Payment payment) {
        return denied(
                "capture_under_way",
                "A capture or a void of " + payment.id()
                        + " is under way; repeat the request when its outcome is known.");
    }

    private static String exceeds(Payment payment, long left) {
        return left > 0
                ? "No more than " + left + " is left of the authorization ("
                        + new Money(left, payment.amount().currency()) + ")."
                : "Nothing is left of the authorization: all of it was captured or released, or is being so.";
    }
}
