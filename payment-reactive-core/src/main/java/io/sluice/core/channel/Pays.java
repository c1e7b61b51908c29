package io.sluice.core.channel;

import reactor.core.publisher.Mono;

/** Collects money. */
public interface Pays extends Channel {

    /**
     * Submits an order. Repeating the same order is harmless: {@link PayOrder#number()} makes it idempotent.
     *
     * @return one outcome, always; never an error and never empty
     */
    Mono<ChannelOutcome> pay(PayOrder order);
}
