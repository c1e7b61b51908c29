package io.sluice.core.channel;

import reactor.core.publisher.Mono;

/** Makes an unpaid order unpayable. */
public interface Closes extends Channel {

    /**
     * Asks the channel to close an order.
     *
     * @return {@link ChannelOutcome.Closed} when it can never be paid any more, {@link ChannelOutcome.Approved} when it
     *     was paid before, otherwise what is known; never an error and never empty
     */
    Mono<ChannelOutcome> close(OrderReference order);
}
