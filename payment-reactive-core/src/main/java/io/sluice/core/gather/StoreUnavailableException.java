package io.sluice.core.gather;

import org.jspecify.annotations.Nullable;

/** The database cannot take the write now. Nothing was written; the same request may be repeated. */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public StoreUnavailableException(String message) {
        super(message);
    }
}
