package io.sluice.edge.event;

import io.sluice.core.event.PaymentEvent;
import java.util.Queue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/** Somebody who listens for events, with as many kept for him as he may fall behind. */
final class Listener {

    static final int MOST_BEHIND = 256;

    /** Nearly all who listen are told nothing for long: what is kept for them takes room when it comes. */
    private static final int ROOM_AT_FIRST = 8;

    private final Queue<PaymentEvent> kept =
            Queues.<PaymentEvent>unbounded(ROOM_AT_FIRST).get();
    private final Sinks.Many<PaymentEvent> events = Sinks.many().unicast().onBackpressureBuffer(kept);
    private final Sinks.Empty<Void> end = Sinks.empty();

    Flux<PaymentEvent> events() {
        return events.asFlux();
    }

    /** Beside the events, for an end behind them would wait for a reader who does not read. */
    Mono<Void> end() {
        return end.asMono();
    }

    void stop() {
        end.tryEmitEmpty();
    }

    /** From one thread at a time. */
    void hear(PaymentEvent event) {
        if (kept.size() >= MOST_BEHIND) {
            end.tryEmitError(new FellBehindException());
        } else {
            events.tryEmitNext(event);
        }
    }
}
