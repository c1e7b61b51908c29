package io.sluice.edge.signature.key;

/** A key that cannot be registered; the message says what is wrong with it and what would be right. */
public final class UnusableKeyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnusableKeyException(String message) {
        super(message);
    }

    UnusableKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
