package io.sluice.compare.baseline.payment;

/** The idempotency key was used before; answered 409. */
final class DuplicateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DuplicateException() {
        super("the Idempotency-Key was used before", null, false, false);
    }
}
