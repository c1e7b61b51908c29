package io.sluice.notifier.address.model;

/** A webhook may not be sent there. The message is for the merchant and names no address of ours. */
public final class RefusedTargetException extends RuntimeException {

    public RefusedTargetException(String message) {
        super(message);
    }
}
