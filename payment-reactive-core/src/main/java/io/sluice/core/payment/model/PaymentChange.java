package io.sluice.core.payment.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One transition: one row of the event log.
 *
 * @param type such as {@code payment.succeeded}
 * @param reason why it was decided, for operators
 * @param after the payment as it stands after this transition; its version is the event's sequence
 * @param routing how the last attempt was routed, with the change that makes it; else null
 */
public record PaymentChange(
        String type,
        PaymentState from,
        String reason,
        Payment after,
        @Nullable String routing) {

    public PaymentChange(String type, PaymentState from, String reason, Payment after) {
        this(type, from, reason, after, null);
    }

    public static PaymentChange of(PaymentState from, String reason, Payment after) {
        return new PaymentChange(typeOf(after), from, reason, after);
    }

    /** A change that makes an attempt, {@code after}'s last. */
    static PaymentChange along(Route route, PaymentState from, String reason, Payment after) {
        return new PaymentChange(typeOf(after), from, reason, after, route.decision());
    }

    private static String typeOf(Payment after) {
        return after.version() == 1
                ? "payment.created"
                : "payment." + after.state().name().toLowerCase(Locale.ROOT);
    }
}
