package io.sluice.core.modification.model;

import static io.sluice.core.modification.model.ReservationPolicy.denied;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.modification.model.Modification.Sum;
import io.sluice.core.modification.model.Modification.Target;
import io.sluice.core.modification.model.ReservationPolicy.Ruling;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment that was collected at once is undone as a whole, on its channel's day and while nothing of it went back
 * (docs/adr/025-voids-of-charges.md). After that it is refunded.
 */
final class ChargeVoidPolicy {

    private ChargeVoidPolicy() {}

    static Ruling undo(Payment payment, RequestModification command, Instant now) {
        Optional<PaymentAttempt> charged =
                payment.attempts().stream().filter(PaymentAttempt::isCharged).findFirst();
        if (payment.state() != PaymentState.SUCCEEDED || charged.isEmpty()) {
            return notVoidable(payment, "only one that is SUCCEEDED was collected and can be undone.");
        }
        long all = payment.totals().capturedMinor();
        if (payment.totals().leftToRefund() < all) {
            return notVoidable(
                    payment,
                    "some of it was or is being refunded or voided, and only the whole can be: refund the rest.");
        }
        Instant until = command.chargeVoidableUntil();
        if (until == null || !now.isBefore(until)) {
            return notVoidable(payment, tooLate(charged.get(), until));
        }
        Target target = new Target(null, charged.get().channelReference(), payment.amount());
        return new Ruling.Granted(charged.get(), new Sum(target, all, all, true));
    }

    /** Why what was collected at once is not undone. */
    static String tooLate(PaymentAttempt charged, @Nullable Instant until) {
        return until == null
                ? "it was collected at once, which " + charged.channel() + " does not undo: refund it."
                : charged.channel() + " undid it until " + until + " only: refund it.";
    }

    private static Ruling notVoidable(Payment payment, String why) {
        return denied("payment_not_voidable", payment.id() + " is " + payment.state() + ": " + why);
    }

    /** What {@code payment} says of the attempt whose charge {@code modification} undid. */
    static Payment told(Modification modification, Payment payment, Instant now) {
        return modification.kind() == ModificationKind.CHARGE_VOID
                        && modification.state() == ModificationState.SUCCEEDED
                ? payment.voided(modification.attempt(), now)
                : payment;
    }
}
