package io.sluice.core.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Nobody trickles: a request must arrive in time and within bounds, an answer must be read, and an idle connection is
 * closed. How large a body may be is for its reader to say.
 *
 * @param connections counts them, and has more accepted or not
 * @param requestTimeout how long the head may take to arrive, and then the body
 * @param maxRequestLine bytes; more is answered with 414
 * @param maxHeaders bytes of all header fields; more is answered with 431
 * @param errorBodies what those who are refused are told
 * @param unreadAnswer after which time without reading any of its answer a client's connection is closed
 * @param whenUnread told, on an event loop, of each that is closed so or by {@link UnreadAnswer#cutOff}
 */
public record ServerLimits(
        OpenConnections connections,
        Duration requestTimeout,
        int maxRequestLine,
        int maxHeaders,
        BareErrorBodies errorBodies,
        Duration unreadAnswer,
        Runnable whenUnread) {

    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(60);
    private static final Duration UNREAD_ANSWER = Duration.ofSeconds(30);

    /** What the system keeps for a client that does not read; by itself it would let that grow to some megabytes. */
    private static final int MOST_UNREAD_BYTES = 128 * 1024;

    private static final int MAX_KEEP_ALIVE_REQUESTS = 1_000_000;

    /** An answer may be left unread for half a minute. */
    public ServerLimits(Duration requestTimeout, int maxRequestLine, int maxHeaders, BareErrorBodies errorBodies) {
        this(
                OpenConnections.leavingFiles(),
                requestTimeout,
                maxRequestLine,
                maxHeaders,
                errorBodies,
                UNREAD_ANSWER,
                () -> {});
    }

    public HttpServer on(HttpServer server) {
        return server.requestTimeout(requestTimeout)
                .childOption(ChannelOption.SO_SNDBUF, MOST_UNREAD_BYTES)
                .idleTimeout(BETWEEN_REQUESTS)
                .maxKeepAliveRequests(MAX_KEEP_ALIVE_REQUESTS)
                .httpRequestDecoder(decoder -> decoder.maxInitialLineLength(maxRequestLine)
                        .maxHeaderSize(maxHeaders)
                        .validateHeaders(true))
                .doOnChannelInit((observer, channel, address) -> limit(channel));
    }

    private void limit(Channel channel) {
        connections.opened(channel);
        channel.pipeline().addAfter(NettyPipeline.HttpCodec, "sluice.errorBodies", errorBodies);
        HeadDeadline.watch(channel, requestTimeout);
        channel.pipeline().addFirst("sluice.unread", new UnreadAnswer(unreadAnswer, whenUnread));
    }
}
