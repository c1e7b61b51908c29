package io.sluice.core.payment;

/** The database was lost while it held a write and could not be asked afterwards: it may or may not be there. */
public final class WriteInDoubtException extends RuntimeException {

    public WriteInDoubtException(String message, Throwable cause) {
        super(message, cause);
    }
}
