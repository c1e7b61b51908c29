package io.sluice.sandbox.simulators.bank.net;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.bank.codec.HostCodec;
import io.sluice.sandbox.simulators.weather.Door;
import io.sluice.sandbox.simulators.weather.Weather;
import io.sluice.sandbox.simulators.weather.model.Outage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.netty.Connection;
import reactor.netty.tcp.TcpServer;

/** Listens for terminals. A frame is two bytes of length and at most 1024 bytes; a longer one ends the connection. */
public final class BankServer implements AutoCloseable {
    private static final int LONGEST_FRAME = 1024;

    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Map<Connection, Session> sessions = new ConcurrentHashMap<>();
    private final Session.Office office;
    private final Door door;

    public BankServer(
            int port, HostCodec codec, Desk desk, Weather weather, Threads threads, Duration lateBy, Traffic traffic) {
        this.office = new Session.Office(codec, desk, weather, threads, lateBy, traffic);
        TcpServer server = TcpServer.create()
                .host("127.0.0.1")
                .channelGroup(connections)
                .doOnChannelInit((observer, channel, remote) ->
                        channel.pipeline().addFirst(new LengthFieldBasedFrameDecoder(LONGEST_FRAME + 2, 0, 2, 0, 2)))
                .doOnConnection(this::serve);
        this.door = new Door(port, at -> server.port(at).bind(), connections, weather, threads);
        weather.onOutage(this::begin);
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
        return door.port();
    }

    /** All terminals must sign on again. */
    public void signOff() {
        sessions.values().forEach(Session::signOff);
    }

    private void begin(Outage outage) {
        if (outage.kind() == Outage.Kind.CUT) {
            sessions.values().forEach(Session::cut);
        }
    }

    @Override
    public void close() {
        door.close();
    }
}
