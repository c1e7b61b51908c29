package io.sluice.core.modification.model;

import static io.sluice.core.modification.model.ReservationPolicy.denied;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.modification.model.Modification.Sum;
import io.sluice.core.modification.model.Modification.Target;
import io.sluice.core.modification.model.ReservationPolicy.Ruling;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentState;
import java.util.List;
import java.util.Optional;

/** How much of what was collected may be given back: by a refund, or by voiding a capture as a whole. */
final class RefundPolicy {

    private RefundPolicy() {}

    static Ruling refund(Payment payment, List<Modification> known, RequestModification command) {
        List<Modification> captures =
                known.stream().filter(RefundPolicy::isDone).toList();
        return captures.isEmpty()
                ? refundOfCharge(payment, command)
                : refundOfCapture(payment, known, captures, command);
    }

    private static Ruling refundOfCharge(Payment payment, RequestModification command) {
        Optional<PaymentAttempt> paid =
                payment.attempts().stream().filter(PaymentAttempt::isCharged).findFirst();
        if (payment.state() != PaymentState.SUCCEEDED || paid.isEmpty()) {
            return notRefundable(payment);
        }
        if (command.capture() != null) {
            return denied("capture_id_invalid", "capture_id", "The payment was collected at once and has no captures.");
        }
        Target target = new Target(null, paid.get().channelReference(), payment.amount());
        return granted(paid.get(), target, payment.totals().leftToRefund(), command);
    }

    private static Ruling refundOfCapture(
            Payment payment, List<Modification> known, List<Modification> captures, RequestModification command) {
        if (payment.state() != PaymentState.SUCCEEDED && payment.state() != PaymentState.PARTIALLY_CAPTURED) {
            return notRefundable(payment);
        }
        List<Modification> meant = captures.stream()
                .filter(capture -> command.capture() == null
                        ? captures.size() == 1 || leftOf(capture, known) > 0
                        : capture.id().equals(command.capture()))
                .toList();
        if (meant.size() != 1) {
            return denied("capture_id_invalid", "capture_id", whichCapture(captures, command));
        }
        Modification capture = meant.getFirst();
        return granted(payment.attempt(capture.attempt()), target(capture), leftOf(capture, known), command);
    }

    /** Undoes a capture as if it had not been. */
    static Ruling undo(Payment payment, List<Modification> known, RequestModification command) {
        Optional<Modification> capture = known.stream()
                .filter(RefundPolicy::isDone)
                .filter(done -> done.id().equals(command.capture()))
                .findFirst();
        if (payment.totals().captureReservedMinor() > 0) {
            return CapturePolicy.underWay(payment);
        }
        if (capture.isEmpty()
                || payment.state() == PaymentState.CONFLICTED
                || leftOf(capture.get(), known) < capture.get().amount().minor()) {
            return denied(
                    "capture_not_voidable",
                    "Only a capture that is SUCCEEDED, and of which nothing was or is being refunded or voided, can be "
                            + "voided, and none of a payment that is CONFLICTED.");
        }
        long all = capture.get().amount().minor();
        return new Ruling.Granted(
                payment.attempt(capture.get().attempt()), new Sum(target(capture.get()), all, all, !command.once()));
    }

    private static Ruling granted(PaymentAttempt attempt, Target target, long left, RequestModification command) {
        Long asked = command.amountMinor();
        long wanted = asked == null ? left : asked;
        return wanted <= 0 || wanted > left
                ? denied(
                        "refund_exceeds_payment",
                        "amount",
                        exceeds(new Money(left, target.total().currency()), target))
                : new Ruling.Granted(attempt, new Sum(target, wanted, wanted, true));
    }

    private static String exceeds(Money left, Target target) {
        String what = target.capture() == null ? "payment" : "capture";
        return left.isPositive()
                ? "No more than " + left.minor() + " is left of the " + what + " (" + left + ")."
                : "Nothing is left of the " + what + ": all of it was refunded or is being refunded.";
    }

    private static boolean isDone(Modification known) {
        return known.kind() == ModificationKind.CAPTURE && known.state() == ModificationState.SUCCEEDED;
    }

    /** What no refund and no void has taken or may still take. */
    private static long leftOf(Modification capture, List<Modification> known) {
        return capture.amount().minor()
                - known.stream()
                        .filter(other -> capture.id().equals(other.target().capture()))
                        .filter(other -> other.state().isReserved() || other.state() == ModificationState.SUCCEEDED)
                        .mapToLong(other -> other.amount().minor())
                        .sum();
    }

    private static Target target(Modification capture) {
        return new Target(capture.id(), capture.channelReference(), capture.amount());
    }

    private static String whichCapture(List<Modification> captures, RequestModification command) {
        List<String> ids = captures.stream().map(Modification::publicId).toList();
        return command.capture() == null
                ? "Say which of the captures, for the channel refunds them one by one: " + String.join(", ", ids)
                : "It must be a capture of the payment that is SUCCEEDED: " + String.join(", ", ids);
    }

    private static Ruling notRefundable(Payment payment) {
        return denied(
                "payment_not_refundable",
                payment.id() + " is " + payment.state()
                        + ": only a payment that is SUCCEEDED or PARTIALLY_CAPTURED can be refunded.");
    }
}
