package io.sluice.core.secret;

/** A sealed value does not open. Repeating does not help; the message names the row, never the secret. */
public final class VaultException extends RuntimeException {

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
