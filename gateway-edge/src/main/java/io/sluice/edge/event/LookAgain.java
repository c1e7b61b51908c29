package io.sluice.edge.event;

import io.sluice.core.gather.StoreUnavailableException;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** When a follower looks into the log besides when he hears of an event. */
final class LookAgain {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private static final Retry UNTIL_THE_STORE_IS_BACK = Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
            .maxBackoff(Duration.ofSeconds(2))
            .filter(StoreUnavailableException.class::isInstance);

    private LookAgain() {}

    /**
     * A look now and then costs a follower one read by key and bounds how late an event can come that was published
     * while the way from Kafka was cut.
     */
    static Flux<Long> nowAndThen() {
        return Flux.interval(EVERY).onBackpressureDrop();
    }

    /** A browser cannot come back with the ticket it used, so its stream outlives an outage of the store. */
    static Retry untilTheStoreIsBack() {
        return UNTIL_THE_STORE_IS_BACK;
    }
}
