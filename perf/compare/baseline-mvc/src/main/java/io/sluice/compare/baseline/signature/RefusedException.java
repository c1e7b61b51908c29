package io.sluice.compare.baseline.signature;

/** Not signed as it must be; answered 401. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        // Refusals are answers: a stack trace would only cost.
        super(message, null, false, false);
    }
}
