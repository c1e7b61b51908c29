package io.sluice.sandbox.simulators.paypal.model;

import io.sluice.sandbox.simulators.model.Play;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that was collected.
 *
 * @param number the merchant's own number of this capture (its {@code invoice_id})
 * @param last whether nothing more is captured of its authorization
 */
public record Capture(
        String id, Amount amount, @Nullable String number, boolean last, Play play, State state, Instant createdAt) {

    /** The names are PayPal's. */
    public enum State {
        PENDING,
        COMPLETED,
        DECLINED,
        PARTIALLY_REFUNDED,
        REFUNDED
    }

    public Capture in(State next) {
        return new Capture(id, amount, number, last, play, next, createdAt);
    }

    /** Whether the money is or may yet be the merchant's. */
    boolean counts() {
        return state != State.DECLINED;
    }
}
