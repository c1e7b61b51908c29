package io.sluice.core.modification.model;

import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentChange;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.core.payment.model.Transitions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a capture or a void that succeeded makes of its payment. */
final class SettlementPolicy {

    private SettlementPolicy() {}

    /** @return null when the payment's state stays */
    static @Nullable PaymentChange follow(Modification done, Payment payment, Instant now) {
        if (done.givesBack()) {
            return GiveBackPolicy.follow(done, payment, now);
        }
        if (done.state() != ModificationState.SUCCEEDED) {
            return null;
        }
        return switch (done.kind()) {
            case CAPTURE ->
                done.last()
                                || payment.totals().capturedMinor()
                                        == payment.totals().authorizedMinor()
                        ? to(PaymentState.SUCCEEDED, AttemptState.SUCCEEDED, done, payment, now)
                        : to(PaymentState.PARTIALLY_CAPTURED, AttemptState.AUTHORIZED, done, payment, now);
            case VOID ->
                payment.totals().capturedMinor() == 0
                        ? to(PaymentState.REVERSED, AttemptState.REVERSED, done, payment, now)
                        : to(PaymentState.SUCCEEDED, AttemptState.SUCCEEDED, done, payment, now);
            case CAPTURE_VOID -> payment.totals().capturedMinor() == 0 ? nothingCaptured(done, payment, now) : null;
            case CHARGE_VOID -> to(PaymentState.REVERSED, AttemptState.REVERSED, done, payment, now);
            case REFUND -> null;
        };
    }

    private static @Nullable PaymentChange nothingCaptured(Modification done, Payment payment, Instant now) {
        boolean held = payment.state() == PaymentState.PARTIALLY_CAPTURED || !done.last();
        return held
                ? to(PaymentState.AUTHORIZED, AttemptState.AUTHORIZED, done, payment, now)
                : to(PaymentState.REVERSED, AttemptState.REVERSED, done, payment, now);
    }

    private static @Nullable PaymentChange to(
            PaymentState next, AttemptState attempt, Modification done, Payment payment, Instant now) {
        // What is in conflict stays so until that is settled.
        if (payment.state() == PaymentState.CONFLICTED || !Transitions.allows(payment.state(), next)) {
            return null;
        }
        String reason = PublicName.of(done.kind()).word() + " of " + done.amount() + ": "
                + payment.totals().capturedMinor() + " of " + payment.amount() + " captured";
        return PaymentChange.of(payment.state(), reason, payment.settled(next, done.attempt(), attempt, now));
    }
}
