package io.sluice.edge.http;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Nobody trickles: a request must arrive in time and within bounds, and an idle connection is closed. */
@Component
final class ServerLimits implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private static final Duration WHOLE_REQUEST = Duration.ofSeconds(10);
    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(60);
    private static final int MAX_REQUEST_LINE = 4096;
    private static final int MAX_HEADERS = 16_384;
    private static final int MAX_KEEP_ALIVE_REQUESTS = 1_000_000;

    private final BareErrorBodies errorBodies;

    ServerLimits(UnreadableRequests unreadable) {
        this.errorBodies = new BareErrorBodies(unreadable::refused);
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::limit);
    }

    private HttpServer limit(HttpServer server) {
        return server.requestTimeout(WHOLE_REQUEST)
                .idleTimeout(BETWEEN_REQUESTS)
                .maxKeepAliveRequests(MAX_KEEP_ALIVE_REQUESTS)
                .httpRequestDecoder(decoder -> decoder.maxInitialLineLength(MAX_REQUEST_LINE)
                        .maxHeaderSize(MAX_HEADERS)
                        .validateHeaders(true))
                .doOnChannelInit((observer, channel, address) ->
                        channel.pipeline().addAfter(NettyPipeline.HttpCodec, "sluice.errorBodies", errorBodies));
    }
}
