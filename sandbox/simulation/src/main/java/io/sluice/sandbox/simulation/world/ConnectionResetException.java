package io.sluice.sandbox.simulation.world;

/** Whether the request was carried out is not known. */
public final class ConnectionResetException extends RuntimeException {

    public ConnectionResetException(String message) {
        super(message);
    }
}
