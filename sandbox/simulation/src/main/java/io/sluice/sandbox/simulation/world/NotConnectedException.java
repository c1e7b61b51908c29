package io.sluice.sandbox.simulation.world;

/** No byte left. */
public final class NotConnectedException extends RuntimeException {

    public NotConnectedException(String message) {
        super(message);
    }
}
