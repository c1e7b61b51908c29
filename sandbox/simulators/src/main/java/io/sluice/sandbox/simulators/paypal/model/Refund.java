package io.sluice.sandbox.simulators.paypal.model;

import io.sluice.sandbox.simulators.model.Play;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that goes back.
 *
 * @param number the merchant's own number of this refund (its {@code invoice_id})
 */
public record Refund(
        String id,
        String captureId,
        Amount amount,
        @Nullable String number,
        @Nullable String note,
        Play play,
        State state,
        Instant createdAt) {

    /** The names are PayPal's. */
    public enum State {
        PENDING,
        COMPLETED,
        FAILED
    }

    public Refund in(State next) {
        return new Refund(id, captureId, amount, number, note, play, next, createdAt);
    }
}
