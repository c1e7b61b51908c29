package io.sluice.compare.contestant;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether something listens on a port. */
final class Listening {
    private static final int PATIENCE_MS = 500;

    private Listening() {}

    static boolean on(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
