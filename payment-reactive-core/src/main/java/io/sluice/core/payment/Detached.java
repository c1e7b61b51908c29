package io.sluice.core.payment;

import io.sluice.core.channel.guard.OwnTime;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Work that goes on when the caller leaves: a disconnect must not cancel a payment that is under way. The reactor
 * Context goes along, and whoever counts what the gateway is doing counts it to its end. Counts what is under way, so that a
 * shutdown can wait for it.
 */
public final class Detached {

    private final AtomicInteger inFlight = new AtomicInteger();

    /** Runs {@code work} once per subscription, to its end, whatever the subscriber does. */
    public <T> Mono<T> run(Mono<T> work) {
        return Mono.deferContextual(context -> {
            Sinks.One<T> result = Sinks.one();
            inFlight.incrementAndGet();
            OwnTime.counted(work, context)
                    .doFinally(signal -> inFlight.decrementAndGet())
                    .contextWrite(context)
                    .subscribe(result::tryEmitValue, result::tryEmitError, result::tryEmitEmpty);
            return result.asMono();
        });
    }

    public int inFlight() {
        return inFlight.get();
    }
}
