package io.sluice.sandbox.servers;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy that fails on demand, to stand between a client and a server in tests. One fault holds at a time, for all
 * connections, until {@link #heal()}.
 */
public final class FaultProxy implements AutoCloseable {
    private final InetSocketAddress target;
    private final int port;
    private final Faults faults = new Faults();
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private @Nullable Listener listener;

    private FaultProxy(InetSocketAddress target, int port) {
        this.target = target;
        this.port = port;
    }

    /** A proxy to the target on a free port. */
    public static FaultProxy to(String host, int targetPort) {
        var proxy = new FaultProxy(new InetSocketAddress(host, targetPort), Ports.free());
        proxy.listen();
        return proxy;
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    int targetPort() {
        return target.getPort();
    }

    /** How many connections stand. */
    public int connections() {
        return connections.size();
    }

    /** Resets all connections; new ones pass. */
    public void cut() {
        connections.forEach(ProxiedConnection::reset);
    }

    /** Resets all connections and refuses new ones. */
    public synchronized void refuse() {
        unlisten();
        cut();
    }

    /** Holds all bytes back; they arrive after {@link #heal()}. */
    public void stall() {
        faults.set(Faults.Kind.STALL);
    }

    /** Loses the server without a word: its side is closed, and clients keep connections on which nothing answers. */
    public void halfOpen() {
        faults.set(Faults.Kind.HALF_OPEN);
        connections.forEach(ProxiedConnection::abandonServer);
    }

    /** Lets requests through and loses what the server answers; the connections concerned are reset when healed. */
    public void loseAnswers() {
        faults.set(Faults.Kind.LOST_ANSWERS);
    }

    /** Delivers every chunk of bytes, in both directions, this much later. */
    public void delay(Duration time) {
        faults.delay(time);
    }

    /** Ends the fault. Connections that it has harmed stay so. */
    public synchronized void heal() {
        faults.clear();
        connections.stream().filter(ProxiedConnection::hasLostAnswers).forEach(ProxiedConnection::reset);
        if (listener == null) {
            listen();
        }
    }

    @Override
    public synchronized void close() {
        faults.clear();
        refuse();
    }

    private synchronized void listen() {
        listener = Listener.on(port, this::connect);
    }

    private void unlisten() {
        if (listener != null) {
            listener.close();
            listener = null;
        }
    }

    private void connect(Socket client) {
        var connection = new ProxiedConnection(client, faults, connections::remove);
        connections.add(connection);
        Thread.startVirtualThread(() -> connection.open(target));
    }
}
