package io.sluice.sandbox.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface. */
final class Ports {
    /** Below the ranges that systems hand to outgoing connections, so that a port once picked stays free. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    private Ports() {}

    /** The port itself, or a free one in place of 0. */
    static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    static int free() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ServerStartException("No port between " + LOWEST + " and " + HIGHEST + " is free.");
    }

    static void requireFree(String server, int port) {
        if (!isFree(port)) {
            throw new PortTakenException(server, port);
        }
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
