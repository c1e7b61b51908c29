package io.sluice.core.refund.model;

import io.sluice.core.payment.model.Payment;
import java.util.Locale;

/**
 * One transition of a refund: one row of its payment's event log.
 *
 * @param type such as {@code refund.succeeded}
 * @param reason why it was decided, for operators
 * @param after the refund as it stands after this transition
 * @param payment the payment as it stands after it; its version is the event's sequence
 */
public record RefundChange(String type, RefundState from, String reason, Refund after, Payment payment) {

    static RefundChange of(RefundState from, String reason, Refund after, Payment payment) {
        String name = after.version() == 1 ? "created" : after.state().name().toLowerCase(Locale.ROOT);
        return new RefundChange("refund." + name, from, reason, after, payment);
    }
}
