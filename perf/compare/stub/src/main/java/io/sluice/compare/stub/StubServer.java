package io.sluice.compare.stub;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;

/**
 * The channel of all contestants, bare Netty on one thread, for it shares the cores with them. {@code POST /orders} with
 * {@code {number, amount, currency}} is answered after a delay by {@code {"state":"paid","reference":"stub-…"}},
 * {@code POST /orders/later} by a state of {@code waiting} and a QR code; nothing is signed, kept or checked, for what a
 * channel costs its own machine is not what is compared. {@code POST /hooks} takes webhooks. Below {@code /other} is a second
 * channel, whose delay is changed as a simulator's is: {@code POST /other/_sim/weather} with
 * {@code {"latency":{"fixed_ms":3000}}}; any other weather takes that back.
 */
public final class StubServer {
    private static final int LONGEST_BODY = 1 << 20;

    /** Where the second channel is. */
    public static final String OTHER = "/other";

    private StubServer() {}

    /** Arguments: the port and the delay in milliseconds. Runs until it is killed. */
    public static void main(String[] args) throws InterruptedException {
        var delays = new StubDelays(Long.parseLong(args[1]));
        new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(
                        1, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory()))
                .channel(Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpRequestDecoder())
                                .addLast(new HttpObjectAggregator(LONGEST_BODY))
                                .addLast(new StubHandler(delays));
                    }
                })
                .bind("127.0.0.1", Integer.parseInt(args[0]))
                .sync();
    }
}
