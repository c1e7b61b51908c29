package io.sluice.edge.signature.model;

/** Carries a refusal out of nested rules to {@link SignaturePolicy}, which alone catches it and returns a value. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RefusalCode code;

    RefusedException(RefusalCode code, String message) {
        // Strangers can cause this at will, so it carries no stack trace.
        super(message, null, false, false);
        this.code = code;
    }

    RefusalCode code() {
        return code;
    }
}
