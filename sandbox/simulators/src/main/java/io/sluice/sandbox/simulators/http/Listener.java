package io.sluice.sandbox.simulators.http;

import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.weather.Door;
import io.sluice.sandbox.simulators.weather.Weather;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRoutes;

/** The address of a simulator; when it is closed, all its connections are cut. */
public final class Listener implements AutoCloseable {
    private final Door door;

    /** Listens when it returns, and then whenever the weather does not refuse connections. Blocks for that long. */
    public Listener(String host, int port, Weather weather, Threads threads, Consumer<HttpServerRoutes> routes) {
        var connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        HttpServer server =
                HttpServer.create().host(host).channelGroup(connections).route(routes);
        this.door = new Door(port, at -> server.port(at).bind(), connections, weather, threads);
    }

    /** The port, or one that is free where it is 0: for those whose links name their port before they listen. */
    public static int chosen(int port) {
        if (port != 0) {
            return port;
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException("There is no free port", failed);
        }
    }

    public int port() {
        return door.port();
    }

    /** Blocks until the listener is closed. */
    public void await() {
        door.await();
    }

    /** Blocks. */
    @Override
    public void close() {
        door.close();
    }
}
