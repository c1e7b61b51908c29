package io.sluice.callback.intake.web;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Nobody trickles: a callback must arrive in time and within bounds, and an idle connection is closed. */
@Component
final class ServerLimits implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private static final Duration WHOLE_REQUEST = Duration.ofSeconds(10);
    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(60);
    private static final int LONGEST_LINE = 2048;
    private static final int MOST_HEADERS = 16_384;

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.requestTimeout(WHOLE_REQUEST)
                .idleTimeout(BETWEEN_REQUESTS)
                .httpRequestDecoder(decoder -> decoder.maxInitialLineLength(LONGEST_LINE)
                        .maxHeaderSize(MOST_HEADERS)
                        .validateHeaders(true)));
    }
}
