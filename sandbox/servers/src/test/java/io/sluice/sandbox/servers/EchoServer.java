package io.sluice.sandbox.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends every byte back and counts them. */
final class EchoServer implements AutoCloseable {
    private final AtomicInteger bytes = new AtomicInteger();
    private final ServerSocket listener;

    EchoServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    int bytes() {
        return bytes.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        try {
            while (true) {
                var socket = listener.accept();
                Thread.startVirtualThread(() -> echo(socket));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void echo(Socket socket) {
        try (socket) {
            for (int b = socket.getInputStream().read();
                    b >= 0;
                    b = socket.getInputStream().read()) {
                bytes.incrementAndGet();
                socket.getOutputStream().write(b);
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }
}
