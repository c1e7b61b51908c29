package io.sluice.compare.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.List;
import java.util.function.Consumer;

/** Sends prepared requests from one thread, closed loop or open. */
@SuppressWarnings("FutureReturnValueIgnored") // listeners hear of what fails
public final class Generator implements AutoCloseable {
    private static final long LIMIT_SECONDS = 180;
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(
            1, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    private final Class<? extends SocketChannel> channel =
            Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class;

    /** Payments as fast as so many connections get answers, each with one request under way. */
    public LoadResult closedLoop(int port, List<byte[]> requests, int connections) throws InterruptedException {
        return closedLoop(port, requests, connections, CREATED);
    }

    /** The same of callbacks. */
    public LoadResult callBack(int port, List<byte[]> requests, int connections) throws InterruptedException {
        return closedLoop(port, requests, connections, OK);
    }

    private LoadResult closedLoop(int port, List<byte[]> requests, int connections, int wanted)
            throws InterruptedException {
        var tally = new Tally(requests.size(), wanted);
        var loop = new ClosedLoop(requests, tally);
        return run(port, Math.min(connections, requests.size()), loop, loop::close, tally);
    }

    /**
     * At a steady rate, whatever the answers do. Latency counts from when a request was due, so that waiting for a slow
     * server is not left out.
     */
    public LoadResult openLoop(int port, List<byte[]> requests, int perSecond, int connections)
            throws InterruptedException {
        var tally = new Tally(requests.size(), CREATED);
        EventLoop eventLoop = group.next();
        var loop = new OpenLoop(requests, perSecond, connections, tally, eventLoop, anew(port));
        return run(port, connections, loop, loop::close, tally);
    }

    /**
     * A closed loop that counts nothing. The crowd grows, as it does behind a balancer that brings in a new instance: code
     * that was never run is slow, and thousands of payments at once would meet their time-outs.
     */
    public void warmUp(int port, List<byte[]> requests, int connections) throws InterruptedException {
        warmUp(port, requests, connections, CREATED);
    }

    /** The same of callbacks. */
    public void warmUpCallbacks(int port, List<byte[]> requests, int connections) throws InterruptedException {
        warmUp(port, requests, connections, OK);
    }

    private void warmUp(int port, List<byte[]> requests, int connections, int wanted) throws InterruptedException {
        int few = requests.size() / 8;
        closedLoop(port, requests.subList(0, few), Math.max(1, connections / 32), wanted);
        closedLoop(port, requests.subList(few, 3 * few), Math.max(1, connections / 8), wanted);
        closedLoop(port, requests.subList(3 * few, requests.size()), connections, wanted);
    }

    /** An open loop beside another load: returns at once, and goes on until the result is closed. */
    public Probe probe(int port, List<byte[]> requests, int perSecond, int connections) {
        var kept = new Probe.Kept();
        EventLoop eventLoop = group.next();
        var loop = new OpenLoop(requests, perSecond, connections, kept, eventLoop, anew(port));
        connect(port, connections, loop, _ -> kept.lost());
        return kept.until(() -> eventLoop.execute(loop::close));
    }

    private LoadResult run(int port, int connections, Connection.Listener listener, Runnable close, Tally tally)
            throws InterruptedException {
        connect(port, connections, listener, why -> tally.giveUp("no connection to port " + port + ": " + why));
        try {
            return tally.await(LIMIT_SECONDS);
        } finally {
            group.next().submit(close).sync();
        }
    }

    private Consumer<Connection.Listener> anew(int port) {
        return listener -> connect(port, 1, listener, _ -> {});
    }

    private void connect(int port, int connections, Connection.Listener listener, Consumer<Throwable> failed) {
        Bootstrap bootstrap = bootstrap(port);
        for (int i = 0; i < connections; i++) {
            bootstrap.clone().handler(new Connection(listener)).connect().addListener(connecting -> {
                if (!connecting.isSuccess()) {
                    failed.accept(connecting.cause());
                }
            });
        }
    }

    /** Opens streams, which are then read and not looked at. Blocks until all are open. */
    public Subscribers subscribe(int port, List<byte[]> requests) throws InterruptedException {
        var subscribers = new Subscribers(bootstrap(port), requests);
        subscribers.open();
        return subscribers;
    }

    private Bootstrap bootstrap(int port) {
        return new Bootstrap()
                .group(group)
                .channel(channel)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 10_000)
                .remoteAddress("127.0.0.1", port);
    }

    @Override
    public void close() {
        group.shutdownGracefully();
    }
}
