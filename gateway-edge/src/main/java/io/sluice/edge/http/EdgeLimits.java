package io.sluice.edge.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.http.BareErrorBodies;
import io.sluice.core.http.OpenConnections;
import io.sluice.core.http.ServerLimits;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What a merchant's request may take. */
@Component
final class EdgeLimits implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    static final int MAX_REQUEST_LINE = 4096;
    static final int MAX_HEADERS = 16_384;

    private final ServerLimits limits;

    EdgeLimits(
            OpenConnections connections,
            UnreadableRequests unreadable,
            MeterRegistry meters,
            @Value("${sluice.edge.request-timeout}") Duration requestTimeout,
            @Value("${sluice.edge.unread-timeout}") Duration unreadTimeout) {
        this.limits = new ServerLimits(
                connections,
                requestTimeout,
                MAX_REQUEST_LINE,
                MAX_HEADERS,
                new BareErrorBodies(unreadable::refused),
                unreadTimeout,
                droppedReaders(meters)::increment);
    }

    /** It is nearly always a stream. Whoever falls behind is cut off by the same handler, and counted here alone. */
    private static Counter droppedReaders(MeterRegistry meters) {
        return Counter.builder("sluice.sse.dropped")
                .description(
                        "connections that were cut off because too much of a stream waited to be read, or nothing was read for long")
                .register(meters);
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(limits::on);
    }
}
