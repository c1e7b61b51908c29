package io.sluice.sandbox.simulators.weather;

import io.netty.channel.group.ChannelGroup;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.weather.model.Outage;
import java.time.Duration;
import java.util.Objects;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.util.retry.Retry;

/**
 * An address that an outage closes: while connections are refused nobody listens there, and afterwards somebody does again on the same
 * port. All that is reached through it is away for that long, the control API too where it shares the address.
 */
public final class Door implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    /** Whoever ordered the outage through this very door is to have his answer first. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final IntFunction<Mono<? extends DisposableServer>> binding;
    private final ChannelGroup connections;
    private final Threads threads;
    private final int port;
    private final Sinks.Empty<Void> gone = Sinks.empty();
    private DisposableServer server;
    private boolean closed;

    /**
     * Listens when it is made. Blocks for that long.
     *
     * @param binding listens on a port
     * @param connections all that came through the door
     */
    public Door(
            int port,
            IntFunction<Mono<? extends DisposableServer>> binding,
            ChannelGroup connections,
            Weather weather,
            Threads threads) {
        this.binding = binding;
        this.connections = connections;
        this.threads = threads;
        this.server = Objects.requireNonNull(binding.apply(port).block(), "a server that is bound");
        this.port = server.port();
        weather.onOutage(this::shut);
    }

    public int port() {
        return port;
    }

    private void shut(Outage outage) {
        if (outage.kind() == Outage.Kind.REFUSED) {
            threads.pause(GRACE)
                    .doOnNext(now -> stopListening())
                    .then(Mono.defer(() -> threads.pauseUntil(outage.until())))
                    .publishOn(threads.workers())
                    .then(listening())
                    .subscribe(this::listenAgain, failed -> LOG.error("Nobody listens on {} any more", port, failed));
        }
    }

    private Mono<? extends DisposableServer> listening() {
        return Mono.defer(() -> binding.apply(port))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, BETWEEN_TRIES).filter(taken -> !isClosed()));
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void stopListening() {
        server.dispose();
        connections.close();
    }

    private synchronized void listenAgain(DisposableServer next) {
        server = next;
        if (closed) {
            next.dispose();
        }
    }

    /** Blocks until the door is closed for good. */
    public void await() {
        gone.asMono().block();
    }

    private synchronized DisposableServer closing() {
        closed = true;
        server.dispose();
        return server;
    }

    /** Requests that are never answered would hold a graceful end up, so that their connections are cut. Blocks. */
    @Override
    public void close() {
        DisposableServer last = closing();
        connections.close().awaitUninterruptibly();
        last.onDispose().block();
        gone.tryEmitEmpty();
    }
}
