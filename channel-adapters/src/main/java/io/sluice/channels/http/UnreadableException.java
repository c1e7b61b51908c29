package io.sluice.channels.http;

/** What the channel said has not the documented form. The message says how, and never quotes it. */
public final class UnreadableException extends RuntimeException {

    public UnreadableException(String message) {
        super(message);
    }
}
