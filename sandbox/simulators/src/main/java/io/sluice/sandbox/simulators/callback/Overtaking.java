package io.sluice.sandbox.simulators.callback;

import io.sluice.sandbox.simulators.Threads;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Lets some sendings wait until the next one is over, or for some seconds where none comes. */
final class Overtaking {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final AtomicReference<Sinks.Empty<Void>> next = new AtomicReference<>(Sinks.empty());
    private final Threads threads;

    Overtaking(Threads threads) {
        this.threads = threads;
    }

    Mono<Void> pass(boolean waits, Mono<Void> sending) {
        return waits
                ? Mono.defer(() -> Mono.firstWithSignal(
                                next.get().asMono(), threads.pause(LONGEST).then()))
                        .publishOn(threads.workers())
                        .then(sending)
                : sending.doFinally(ended -> next.getAndSet(Sinks.empty()).tryEmitEmpty());
    }
}
