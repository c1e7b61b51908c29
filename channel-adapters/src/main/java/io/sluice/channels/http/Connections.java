package io.sluice.channels.http;

import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import io.sluice.channels.http.net.Limits;
import io.sluice.channels.http.net.Origin;
import io.sluice.channels.http.net.Patience;
import io.sluice.channels.http.net.Pool;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.HttpResources;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Kept-alive connections to the channel, so many at most to one origin and no longer idle than the channel's side keeps them. */
public final class Connections {

    private static final int MOST = 256;
    private static final int MOST_WAITING = 1024;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(20);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
    private static final Duration TLS_HANDSHAKE = Duration.ofSeconds(2);
    /** Between two pieces of a file; whoever reads it may take his time. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    private final Limits limits;
    private final SslContext trusted;
    private final HttpClient files;
    private final Map<Origin, Pool> pools = new ConcurrentHashMap<>();

    /** @param channel names the files' pool */
    public Connections(String channel) {
        this(channel, MOST);
    }

    /** @param most connections to one origin */
    public Connections(String channel, int most) {
        this(channel, new Limits(most, MOST_WAITING, LONGEST_WAIT, LONGEST_IDLE, LONGEST_LIFE), trustingTheSystem());
    }

    Connections(String channel, Limits limits, SslContext trusted) {
        this.limits = limits;
        this.trusted = trusted;
        this.files = files(channel, limits, trusted);
        // Reads the system's configuration, once in a process, which is not for event loops.
        HttpResources.get().getOrCreateDefaultResolver();
    }

    private static SslContext trustingTheSystem() {
        try {
            return Http11SslContextSpec.forClient().sslContext();
        } catch (SSLException broken) {
            throw new IllegalStateException("this JVM cannot speak TLS", broken);
        }
    }

    private static HttpClient files(String channel, Limits limits, SslContext trusted) {
        ConnectionProvider pool = ConnectionProvider.builder(channel)
                .maxConnections(limits.connections())
                .pendingAcquireMaxCount(limits.waiting())
                .pendingAcquireTimeout(limits.longestWait())
                .maxIdleTime(limits.longestIdle())
                .maxLifeTime(limits.longestLife())
                .evictInBackground(limits.longestIdle())
                .build();
        // A request sent twice would use its nonce twice, and its refusal would speak of the second only.
        return HttpClient.create(pool)
                .disableRetry(true)
                .secure(tls -> tls.sslContext(trusted).handshakeTimeout(TLS_HANDSHAKE));
    }

    /**
     * Its own time-outs end before the deadline does, so that it can tell what was not sent from what is unknown.
     *
     * @throws IllegalArgumentException when the base URL is not scheme, host, perhaps a port and perhaps a path
     */
    public HttpExchange to(String baseUrl, Duration deadline) {
        BaseUrl base = BaseUrl.of(baseUrl);
        Pool pool = pools.computeIfAbsent(base.origin(), origin -> new Pool(origin, limits, trusted));
        return new HttpExchange(
                base,
                pool,
                new Patience(deadline.dividedBy(5), deadline.multipliedBy(3).dividedBy(5)));
    }

    /** For files, which outlast any deadline. */
    public Download downloads(String baseUrl, Duration deadline) {
        Duration connect = deadline.dividedBy(5);
        return new Download(files.baseUrl(baseUrl)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connect.toMillis()))
                .responseTimeout(LONGEST_SILENCE));
    }
}
