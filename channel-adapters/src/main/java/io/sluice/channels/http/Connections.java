package io.sluice.channels.http;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

/** Kept-alive connections to the channel, so many at most and no longer idle than the channel's side keeps them. */
public final class Connections {

    private static final int MOST = 256;
    private static final int MOST_WAITING = 1024;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(20);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
    private static final Duration TLS_HANDSHAKE = Duration.ofSeconds(2);
    /** Between two pieces of a file; whoever reads it may take his time. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    private final HttpClient client;

    /** @param channel names the pool */
    public Connections(String channel) {
        ConnectionProvider pool = ConnectionProvider.builder(channel)
                .maxConnections(MOST)
                .pendingAcquireMaxCount(MOST_WAITING)
                .pendingAcquireTimeout(LONGEST_WAIT)
                .maxIdleTime(LONGEST_IDLE)
                .maxLifeTime(LONGEST_LIFE)
                .evictInBackground(LONGEST_IDLE)
                .build();
        GenericSslContextSpec<?> trusted = Http11SslContextSpec.forClient();
        // A request sent twice would use its nonce twice, and its refusal would speak of the second only.
        this.client = HttpClient.create(pool)
                .disableRetry(true)
                .secure(tls -> tls.sslContext(trusted).handshakeTimeout(TLS_HANDSHAKE));
    }

    /** Its own time-outs end before the deadline does, so that it can tell what was not sent from what is unknown. */
    public HttpExchange to(String baseUrl, Duration deadline) {
        Duration connect = deadline.dividedBy(5);
        Duration answer = deadline.multipliedBy(3).dividedBy(5);
        return new HttpExchange(
                client.baseUrl(baseUrl)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connect.toMillis()))
                        .responseTimeout(answer),
                answer);
    }

    /** For files, which outlast any deadline. */
    public Download downloads(String baseUrl, Duration deadline) {
        Duration connect = deadline.dividedBy(5);
        return new Download(client.baseUrl(baseUrl)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connect.toMillis()))
                .responseTimeout(LONGEST_SILENCE));
    }
}
