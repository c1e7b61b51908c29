package io.sluice.sandbox.checker.evidence;

import java.io.Serial;

/** Evidence that cannot be read; the message says which. */
public final class EvidenceException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    EvidenceException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
