package io.sluice.core.gather;

import org.jspecify.annotations.Nullable;

/** The database was lost while it held a write and could not be asked afterwards: it may or may not be there. */
public final class WriteInDoubtException extends RuntimeException {

    public WriteInDoubtException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
