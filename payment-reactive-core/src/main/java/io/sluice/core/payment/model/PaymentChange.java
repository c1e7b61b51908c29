package io.sluice.core.payment.model;

/**
 * One transition: one row of the event log.
 *
 * @param type such as {@code payment.succeeded}
 * @param reason why it was decided, for operators
 * @param after the payment as it stands after this transition; its version is the event's sequence
 */
public record PaymentChange(String type, PaymentState from, String reason, Payment after) {

    static PaymentChange of(PaymentState from, String reason, Payment after) {
        return new PaymentChange(typeOf(after), from, reason, after);
    }

    private static String typeOf(Payment after) {
        return after.version() == 1
                ? "payment.created"
                : "payment." + after.state().name().toLowerCase(java.util.Locale.ROOT);
    }
}
