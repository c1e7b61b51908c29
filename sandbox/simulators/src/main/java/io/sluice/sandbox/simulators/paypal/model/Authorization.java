package io.sluice.sandbox.simulators.paypal.model;

import java.time.Instant;

/** Money that is held. */
public record Authorization(String id, Amount amount, State state, Instant createdAt, Instant expiresAt) {

    /** The names are PayPal's. */
    public enum State {
        CREATED,
        PARTIALLY_CAPTURED,
        CAPTURED,
        VOIDED
    }

    Authorization in(State next) {
        return new Authorization(id, amount, next, createdAt, expiresAt);
    }

    boolean isOpen() {
        return state == State.CREATED || state == State.PARTIALLY_CAPTURED;
    }
}
