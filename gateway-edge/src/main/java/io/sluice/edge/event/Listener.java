package io.sluice.edge.event;

import io.sluice.core.event.PaymentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/** Somebody who listens for events, with as many kept for him as he may fall behind. */
final class Listener {

    static final int MOST_BEHIND = 256;

    private final Sinks.Many<PaymentEvent> kept = Sinks.many()
            .unicast()
            .onBackpressureBuffer(Queues.<PaymentEvent>get(MOST_BEHIND).get());
    private final Sinks.Empty<Void> end = Sinks.empty();

    Flux<PaymentEvent> events() {
        return kept.asFlux();
    }

    /** Beside the events, for an end behind them would wait for a reader who does not read. */
    Mono<Void> fellBehind() {
        return end.asMono();
    }

    void hear(PaymentEvent event) {
        if (kept.tryEmitNext(event) == Sinks.EmitResult.FAIL_OVERFLOW) {
            end.tryEmitError(new FellBehindException());
        }
    }
}
