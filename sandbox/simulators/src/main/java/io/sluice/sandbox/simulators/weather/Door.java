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
    private final Weather weather;
    private final Threads threads;
    private final int port;
    private final Sinks.Empty<Void> gone = Sinks.empty();
    private DisposableServer server;
    private boolean shut;
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
        this.weather = weather;
        this.threads = threads;
        this.server = Objects.requireNonNull(binding.apply(port).block(), "a server that is bound");
        this.port = server.port();
        weather.onOutage(outage -> shutWhileRefused());
    }

    public int port() {
        return port;
    }

    private void shutWhileRefused() {
        if (weather.isAway(Outage.Kind.REFUSED) && beginsToShut()) {
            threads.pause(GRACE)
                    .doOnNext(now -> stopListening())
                    .then(outageOver())
                    .publishOn(threads.workers())
                    .then(Mono.defer(this::listening))
                    .subscribe(this::listenAgain, failed -> LOG.error("Nobody listens on {} any more", port, failed));
        }
    }

    /** A longer outage that is ordered meanwhile keeps a door shut that is shut already. */
    private synchronized boolean beginsToShut() {
        boolean begins = !shut && !closed;
        shut = true;
        return begins;
    }

    /** Asks the weather rather than a clock: an outage can be prolonged, and taken back. */
    private Mono<Void> outageOver() {
        return Mono.defer(() -> threads.pause(BETWEEN_TRIES))
                .repeat(() -> weather.isAway(Outage.Kind.REFUSED))
                .then();
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
        // Nobody waits for it: whoever is still connected is cut when the event loop comes to it.
        var _ = connections.close();
    }

    private void listenAgain(DisposableServer next) {
        opened(next);
        // An outage that was ordered between the last question and now found the door shut.
        shutWhileRefused();
    }

    private synchronized void opened(DisposableServer next) {
        server = next;
        shut = false;
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
