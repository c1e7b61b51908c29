package io.sluice.edge.signature.model.field;

/** A field value that is no structured field; the message says where and what was expected there. */
public final class MalformedFieldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedFieldException(String message) {
        // Strangers can cause this at will, so it carries no stack trace.
        super(message, null, false, false);
    }
}
