package io.sluice.sandbox.simulation.world;

/** A way between two parts of the world, with troubles of its own. */
public enum Link {
    MERCHANT,
    STORE,
    CHANNEL,
    /** Of questions to channels, which often answer them elsewhere. */
    INQUIRY,
    CALLBACK,
    BROKER,
    BOOKS,
    QUEUE,
    WEBHOOK;

    /** Whether requests go over a connection that never carries one twice. */
    boolean isSession() {
        return switch (this) {
            case STORE, BROKER, BOOKS, QUEUE -> true;
            case MERCHANT, CHANNEL, INQUIRY, CALLBACK, WEBHOOK -> false;
        };
    }
}
