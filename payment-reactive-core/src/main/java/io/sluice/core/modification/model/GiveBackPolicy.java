package io.sluice.core.modification.model;

import static io.sluice.core.modification.model.ReservationPolicy.denied;

import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.modification.model.Modification.Sum;
import io.sluice.core.modification.model.Modification.Target;
import io.sluice.core.modification.model.RequestModification.GiveBack;
import io.sluice.core.modification.model.ReservationPolicy.Ruling;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentChange;
import io.sluice.core.payment.model.PaymentState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money that came twice or too late goes back as it came: all that one attempt took, by a refund of that attempt. It is reserved
 * of what is in conflict, never of what was captured (docs/adr/015-giving-back.md).
 */
final class GiveBackPolicy {

    private GiveBackPolicy() {}

    static Ruling giveBack(Payment payment, List<Modification> known, GiveBack giveBack) {
        Optional<PaymentAttempt> charged = payment.attempts().stream()
                .filter(attempt -> attempt.id().equals(giveBack.attempt()))
                .filter(PaymentAttempt::isCharged)
                .findFirst();
        if (payment.state() != PaymentState.CONFLICTED || charged.isEmpty()) {
            return refused(payment, "nothing that " + giveBack.attempt() + " took is in conflict");
        }
        if (payment.totals().giveBackReservedMinor() > 0) {
            return refused(payment, "a refund that gives back what came is under way");
        }
        if (payment.attempts().stream().anyMatch(attempt -> attempt.state().isOpen())) {
            return refused(payment, "its payer may be charged by another attempt yet: wait until that is known");
        }
        return giveBack.automatic() ? beyondDoubt(payment, known, charged.get()) : granted(payment, charged.get());
    }

    /** Nothing of it is the merchant's, nothing else came, and it is tried once: what fails is for people. */
    private static Ruling beyondDoubt(Payment payment, List<Modification> known, PaymentAttempt charged) {
        boolean alone = payment.totals().capturedMinor() == 0
                && payment.totals().conflictedMinor() == payment.amount().minor();
        boolean tried = known.stream()
                .anyMatch(earlier -> earlier.givesBack() && earlier.attempt().equals(charged.id()));
        return alone && !tried ? granted(payment, charged) : refused(payment, "people decide");
    }

    private static Ruling granted(Payment payment, PaymentAttempt charged) {
        long all = payment.amount().minor();
        return new Ruling.Granted(
                charged, new Sum(new Target(null, charged.channelReference(), payment.amount()), all, all, true));
    }

    private static Ruling refused(Payment payment, String why) {
        return denied("payment_not_refundable", payment.id() + " is " + payment.state() + ", and " + why);
    }

    /** What {@code payment} says of the attempt whose money {@code refund} gives back. */
    static Payment told(Modification refund, Payment payment, Instant now) {
        if (!refund.givesBack()) {
            return payment;
        }
        return switch (refund.state()) {
            case SUCCEEDED -> payment.told(refund.attempt(), OutcomeCode.GIVEN_BACK, now);
            case RETURNED -> payment.told(refund.attempt(), OutcomeCode.GIVE_BACK_BOUNCED, now);
            default -> payment;
        };
    }

    /**
     * What became of the payment: with nothing in conflict any more it is what it was without that money.
     *
     * @return null when its state stays
     */
    static @Nullable PaymentChange follow(Modification refund, Payment payment, Instant now) {
        PaymentState next = next(refund, payment);
        if (next == payment.state()) {
            return null;
        }
        String reason = next == PaymentState.CONFLICTED
                ? "the refund of " + refund.amount() + " that gave it back bounced"
                : "gave back " + refund.amount() + ", " + payment.totals().capturedMinor() + " of " + payment.amount()
                        + " captured";
        return PaymentChange.of(
                payment.state(), reason, payment.settled(next, refund.attempt(), AttemptState.SUCCEEDED, now));
    }

    private static PaymentState next(Modification refund, Payment payment) {
        return switch (refund.state()) {
            case SUCCEEDED -> payment.totals().afterConflict();
            case RETURNED -> PaymentState.CONFLICTED;
            default -> payment.state();
        };
    }
}
