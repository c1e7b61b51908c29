package io.sluice.sandbox.servers;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A server did not start. The message is one line that names the server, what is wrong and what would help. */
public sealed class ServerStartException extends RuntimeException permits PortTakenException {
    @Serial
    private static final long serialVersionUID = 1;

    ServerStartException(String message) {
        this(message, null);
    }

    ServerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
