package io.sluice.sandbox.servers;

import java.io.Serial;

/** The port that a server is to have is another's. */
final class PortTakenException extends ServerStartException {
    @Serial
    private static final long serialVersionUID = 1;

    PortTakenException(String server, int port) {
        super(
                "%s cannot listen on 127.0.0.1:%d, another program does. Stop that program, or move all ports with --port-base N."
                        .formatted(server, port));
    }
}
