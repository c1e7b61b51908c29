package io.sluice.sandbox.simulators.http;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRoutes;

/** The address of a simulator; when it is closed, all its connections are cut. */
public final class Listener implements AutoCloseable {
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final DisposableServer server;

    /** Listens when it returns. Blocks for that long. */
    public Listener(String host, int port, Consumer<HttpServerRoutes> routes) {
        this.server = HttpServer.create()
                .host(host)
                .port(port)
                .channelGroup(connections)
                .route(routes)
                .bindNow();
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
        return server.port();
    }

    /** Blocks until the listener is closed. */
    public void await() {
        server.onDispose().block();
    }

    /** Requests that are never answered would hold a graceful end up, so that their connections are cut. Blocks. */
    @Override
    public void close() {
        server.dispose();
        connections.close().awaitUninterruptibly();
        await();
    }
}
