package io.sluice.sandbox.place;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What a person can do something about. The message is one line that says what is wrong and what cures it. */
public final class SandboxException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public SandboxException(String message) {
        this(message, null);
    }

    public SandboxException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The same kind for whatever a start failed with: its own words where they are made for people. */
    public static SandboxException of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !isForPeople(cause)) {
            cause = cause.getCause();
        }
        if (cause instanceof SandboxException own) {
            return own;
        }
        String text = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new SandboxException(
                isForPeople(cause) ? text : cause.getClass().getSimpleName() + ": " + text, failure);
    }

    private static boolean isForPeople(Throwable cause) {
        return cause instanceof SandboxException
                || cause.getClass().getSimpleName().equals("ServerStartException");
    }
}
