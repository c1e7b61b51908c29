package io.sluice.notifier.delivery;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Looks into the queue from time to time: for retries that have come due, for what another instance left behind, and for
 * what was asked for again.
 */
public final class Poll {

    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);

    private final Deliveries deliveries;
    private final Dispatcher dispatcher;

    public Poll(Deliveries deliveries, Dispatcher dispatcher) {
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
    }

    /** Never ends. */
    public Mono<Void> every(Duration interval) {
        return repeat("the queue could not be looked into", interval, Mono.defer(this::look));
    }

    /** Never ends. */
    public Mono<Void> cancelOrphansEvery(Duration interval) {
        return repeat("orphaned deliveries could not be cancelled", interval, Mono.defer(this::cancelOrphans));
    }

    private Mono<Void> look() {
        return deliveries
                .waiting()
                .collectList()
                .flatMap(endpoints -> Mono.fromRunnable(() -> {
                    if (!endpoints.isEmpty()) {
                        dispatcher.nudge(endpoints);
                    }
                }));
    }

    private Mono<Void> cancelOrphans() {
        return deliveries
                .cancelOrphans()
                .filter(cancelled -> cancelled > 0)
                .doOnNext(cancelled -> LOG.info("{} deliveries to removed endpoints were cancelled", cancelled))
                .then();
    }

    private static Mono<Void> repeat(String failure, Duration interval, Mono<Void> round) {
        return round.onErrorResume(error -> {
                    LOG.warn("{}; the next round tries again", failure, error);
                    return Mono.empty();
                })
                .repeatWhen(rounds -> rounds.delayElements(interval))
                .then();
    }
}
