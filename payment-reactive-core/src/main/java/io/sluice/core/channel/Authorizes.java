package io.sluice.core.channel;

import reactor.core.publisher.Mono;

/** Holds money without collecting it, to be captured later: {@link Captures}. */
public interface Authorizes extends Channel {
    /**
     * Submits an order to hold its amount. Repeating the same order is harmless: {@link PayOrder#number()} makes it
     * idempotent.
     *
     * @return {@link ChannelOutcome.Authorized} when the money is held, otherwise as {@link Pays#pay}; never an error and
     *     never empty
     */
    Mono<ChannelOutcome> authorize(PayOrder order);
}
