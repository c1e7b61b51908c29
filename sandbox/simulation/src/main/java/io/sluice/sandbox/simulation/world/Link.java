package io.sluice.sandbox.simulation.world;

/** A way between two parts of the world, with troubles of its own. */
public enum Link {
    MERCHANT,
    STORE,
    CHANNEL,
    CALLBACK,
    BROKER,
    BOOKS,
    QUEUE,
    WEBHOOK;

    /** Whether requests go over a connection that never carries one twice. */
    boolean isSession() {
        return switch (this) {
            case STORE, BROKER, BOOKS, QUEUE -> true;
            case MERCHANT, CHANNEL, CALLBACK, WEBHOOK -> false;
        };
    }
}
