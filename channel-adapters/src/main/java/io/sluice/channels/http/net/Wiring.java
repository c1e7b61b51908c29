package io.sluice.channels.http.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import reactor.netty.http.HttpResources;
import reactor.netty.resources.LoopResources;

/** What connections are made of: sockets of the kind that Reactor Netty chose for its loops, TLS where it is asked for, HTTP. */
final class Wiring {

    private static final Duration TLS_HANDSHAKE = Duration.ofSeconds(2);

    private Wiring() {}

    /** Connects to addresses; whoever has a name resolves it first. */
    static Bootstrap bootstrap(Shelf shelf) {
        HttpResources resources = HttpResources.get();
        EventLoopGroup loops = resources.onClient(LoopResources.DEFAULT_NATIVE);
        return new Bootstrap()
                .group(shelf.loop())
                .channel(resources.onChannelClass(SocketChannel.class, loops))
                .option(ChannelOption.TCP_NODELAY, true)
                .resolver(NoopAddressResolverGroup.INSTANCE)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        fill(channel.pipeline(), shelf);
                    }
                });
    }

    private static void fill(ChannelPipeline pipeline, Shelf shelf) {
        if (shelf.pool().origin().secure()) {
            pipeline.addLast(tls(pipeline.channel(), shelf.pool()));
        }
        var decoder = new AnswerDecoder();
        pipeline.addLast(decoder, new HttpRequestEncoder(), new Wire(shelf, pipeline.channel(), decoder));
    }

    /** The server is asked for by name, and its certificate must have that name. */
    private static SslHandler tls(Channel channel, Pool pool) {
        Origin origin = pool.origin();
        SslHandler handler = pool.tls().newHandler(channel.alloc(), origin.host(), origin.port());
        SSLParameters parameters = handler.engine().getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        handler.engine().setSSLParameters(parameters);
        handler.setHandshakeTimeoutMillis(TLS_HANDSHAKE.toMillis());
        return handler;
    }
}
