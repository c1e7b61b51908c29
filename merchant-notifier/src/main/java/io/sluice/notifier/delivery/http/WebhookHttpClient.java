package io.sluice.notifier.delivery.http;

import io.netty.channel.ChannelOption;
import io.netty.resolver.HostsFileEntriesResolver;
import io.netty.resolver.ResolvedAddressTypes;
import io.sluice.notifier.address.model.TargetPolicy;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.NameResolverProvider;

/**
 * The connections to merchants' receivers, and the threads that serve them. They are the notifier's own, so that they end
 * with it and not with whatever else runs in the same JVM.
 */
public final class WebhookHttpClient {

    /** Below what receivers commonly keep connections for, so that few requests meet one that is being closed. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    /** A receiver's address is looked up anew this often at the least. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final LoopResources loops = LoopResources.create("webhook", LoopResources.DEFAULT_IO_WORKER_COUNT, true);
    private final ConnectionProvider connections;
    private final CheckedResolverGroup resolver;
    private final HttpClient http;

    /**
     * Blocks while the host's own names and the trusted certificates are read: for the start of an app.
     *
     * @param inFlight the most requests that are ever asked for together; how many for one endpoint is the lanes' matter
     */
    public WebhookHttpClient(int open, int inFlight, Duration timeout, TargetPolicy targets) {
        this.connections = ConnectionProvider.builder("webhook")
                .maxConnections(open)
                .pendingAcquireMaxCount(inFlight)
                .pendingAcquireTimeout(timeout)
                .maxIdleTime(IDLE)
                .maxLifeTime(LIFE)
                .evictInBackground(IDLE)
                .build();
        this.resolver = new CheckedResolverGroup(
                NameResolverProvider.builder().build().newNameResolverGroup(loops, LoopResources.DEFAULT_NATIVE),
                targets);
        this.http = client(timeout);
        HostsFileEntriesResolver.DEFAULT.address("localhost", ResolvedAddressTypes.IPV4_PREFERRED);
        http.warmup().block();
    }

    private HttpClient client(Duration timeout) {
        return HttpClient.create(connections)
                .runOn(loops)
                .resolver(resolver)
                .followRedirect(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timeout.toMillis())
                .responseTimeout(timeout);
    }

    HttpClient http() {
        return http;
    }

    /** Closes idle connections and ends the threads. */
    public Mono<Void> dispose() {
        return connections
                .disposeLater()
                .then(Mono.fromRunnable(resolver::close))
                .then(loops.disposeLater(Duration.ZERO, Duration.ofSeconds(2)));
    }
}
