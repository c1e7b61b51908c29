package io.sluice.edge.http;

import io.netty.channel.Channel;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Nobody trickles: a request must arrive in time and within bounds, an answer must be read, and an idle connection is
 * closed.
 */
@Component
final class ServerLimits implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(60);
    private static final Duration UNREAD_ANSWER = Duration.ofSeconds(30);
    private static final int MAX_REQUEST_LINE = 4096;
    private static final int MAX_HEADERS = 16_384;
    private static final int MAX_KEEP_ALIVE_REQUESTS = 1_000_000;

    private final BareErrorBodies errorBodies;
    private final Duration requestTimeout;

    /** @param requestTimeout how long the head may take to arrive, and then the body */
    ServerLimits(UnreadableRequests unreadable, @Value("${sluice.edge.request-timeout}") Duration requestTimeout) {
        this.errorBodies = new BareErrorBodies(unreadable::refused);
        this.requestTimeout = requestTimeout;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::limit);
    }

    private HttpServer limit(HttpServer server) {
        return server.requestTimeout(requestTimeout)
                .idleTimeout(BETWEEN_REQUESTS)
                .maxKeepAliveRequests(MAX_KEEP_ALIVE_REQUESTS)
                .httpRequestDecoder(decoder -> decoder.maxInitialLineLength(MAX_REQUEST_LINE)
                        .maxHeaderSize(MAX_HEADERS)
                        .validateHeaders(true))
                .doOnChannelInit((observer, channel, address) -> limit(channel));
    }

    private void limit(Channel channel) {
        channel.pipeline().addAfter(NettyPipeline.HttpCodec, "sluice.errorBodies", errorBodies);
        HeadDeadline.watch(channel, requestTimeout);
        channel.pipeline().addFirst("sluice.unread", new WriteTimeoutHandler((int) UNREAD_ANSWER.toSeconds()));
    }
}
