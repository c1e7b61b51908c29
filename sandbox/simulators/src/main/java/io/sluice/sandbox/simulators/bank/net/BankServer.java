package io.sluice.sandbox.simulators.bank.net;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.bank.codec.HostCodec;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpServer;

/** Listens for terminals. A frame is two bytes of length and at most 1024 bytes; a longer one ends the connection. */
public final class BankServer implements AutoCloseable {
    private static final int LONGEST_FRAME = 1024;

    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Map<Connection, Session> sessions = new ConcurrentHashMap<>();
    private final Session.Office office;
    private final Weather weather;
    private final DisposableServer server;

    public BankServer(
            int port, HostCodec codec, Desk desk, Weather weather, Threads threads, Duration lateBy, Traffic traffic) {
        this.office = new Session.Office(codec, desk, weather, threads, lateBy, traffic);
        this.weather = weather;
        this.server = TcpServer.create()
                .host("127.0.0.1")
                .port(port)
                .channelGroup(connections)
                .doOnChannelInit((observer, channel, remote) ->
                        channel.pipeline().addFirst(new LengthFieldBasedFrameDecoder(LONGEST_FRAME + 2, 0, 2, 0, 2)))
                .doOnConnection(this::serve)
                .bindNow();
    }

    private void serve(Connection connection) {
        var session = new Session(connection, office);
        sessions.put(connection, session);
        connection.onDispose(() -> sessions.remove(connection));
        connection
                .inbound()
                .receive()
                .asByteArray()
                .publishOn(office.threads().workers(), 4096)
                .flatMap(session::take, Integer.MAX_VALUE)
                .onErrorComplete()
                .doFinally(ended -> connection.dispose())
                .subscribe();
    }

    public int port() {
        return server.port();
    }

    /** All terminals must sign on again. */
    public void signOff() {
        sessions.values().forEach(Session::signOff);
    }

    public void outage(Duration length) {
        weather.outage(length);
        sessions.values().forEach(Session::cut);
    }

    @Override
    public void close() {
        server.dispose();
        connections.close().awaitUninterruptibly();
        server.onDispose().block();
    }
}
