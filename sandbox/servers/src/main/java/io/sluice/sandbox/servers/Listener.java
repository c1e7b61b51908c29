package io.sluice.sandbox.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Consumer;

/** A listening port of the loopback interface with the thread that accepts its connections. */
record Listener(ServerSocket socket, Thread acceptor) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    static Listener on(int port, Consumer<Socket> whenAccepted) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return new Listener(socket, Thread.startVirtualThread(() -> accept(socket, whenAccepted)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
        }
    }

    /** Returns when connections are refused for sure: the system listens on until the acceptor has let go. */
    void close() {
        Sockets.close(socket);
        Waiting.until(PATIENCE, () -> !acceptor.isAlive());
    }

    private static void accept(ServerSocket socket, Consumer<Socket> whenAccepted) {
        try {
            while (true) {
                whenAccepted.accept(socket.accept());
            }
        } catch (IOException e) {
            // The socket was closed.
        }
    }
}
