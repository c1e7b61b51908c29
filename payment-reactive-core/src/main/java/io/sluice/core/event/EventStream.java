package io.sluice.core.event;

import reactor.core.publisher.Flux;

/** Published events, as other rooms receive them: at least once, in order for each payment. */
public interface EventStream {

    /**
     * The events for one group of readers, which share them between their instances. What is not acknowledged is
     * delivered again after a restart or when another instance takes over, so a reader recognises what it has done by
     * {@link PaymentEvent#id()}. Never ends; waits and goes on when the broker is away. Acknowledge batch after batch.
     */
    Flux<EventBatch> batches(String group);

    /**
     * All events from now on, for whoever watches. Never ends, and after an interruption goes on where it was. Every
     * subscriber costs a connection to the broker: share one.
     */
    Flux<PaymentEvent> live();
}
