package io.sluice.ledger.posting;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/** At most one batch is worked on. Once it is closed no further one begins, and what came meanwhile is left for the next instance. */
public final class BatchInHand {

    private final Semaphore hand = new Semaphore(1);

    /** The work, done while in hand; never ends when it could not begin. */
    <T> Mono<T> hold(Mono<T> work) {
        return Mono.defer(() -> hand.tryAcquire() ? releasing(work) : Mono.never());
    }

    /** Let go before the end is told, for the next batch begins within that call. */
    private <T> Mono<T> releasing(Mono<T> work) {
        return Mono.using(() -> hand, ignored -> work, Semaphore::release, true);
    }

    /**
     * Lets no further batch begin and waits for the one that is in hand.
     *
     * @return whether it finished in time
     */
    public boolean close(Duration patience) throws InterruptedException {
        return hand.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
