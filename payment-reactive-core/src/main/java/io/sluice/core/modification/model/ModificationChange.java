package io.sluice.core.modification.model;

import io.sluice.core.payment.model.Payment;
import java.util.Locale;

/**
 * One transition of a modification: one row of its payment's event log.
 *
 * @param type such as {@code refund.succeeded}
 * @param reason why it was decided, for operators
 * @param after the modification as it stands after this transition
 * @param payment the payment as it stands after it; its version is the event's sequence
 */
public record ModificationChange(
        String type, ModificationState from, String reason, Modification after, Payment payment) {

    static ModificationChange of(ModificationState from, String reason, Modification after, Payment payment) {
        String name = after.version() == 1 ? "created" : after.state().name().toLowerCase(Locale.ROOT);
        String type = PublicName.of(after.kind()).word() + "." + name;
        return new ModificationChange(type, from, reason, after, payment);
    }
}
