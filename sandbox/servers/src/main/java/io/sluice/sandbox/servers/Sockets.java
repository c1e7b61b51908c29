package io.sluice.sandbox.servers;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;

/** Ends of connections. */
final class Sockets {
    private Sockets() {}

    static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed is closed.
        }
    }

    /** Closes with a reset in place of a farewell. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already.
        }
        close(socket);
    }
}
