package io.sluice.core.channel;

import reactor.core.publisher.Mono;

/** Takes back whatever an order did, when nobody can tell what that was. */
public interface Reverses extends Channel {

    /**
     * Asks for the order to be taken back, whether or not the channel ever received it. Repeating is harmless, and is done
     * until the channel answers.
     *
     * @return {@link ChannelOutcome.Reversed}, {@link ChannelOutcome.Irreversible} or {@link ChannelOutcome.Unknown}; never an
     *     error and never empty
     */
    Mono<ChannelOutcome> reverse(OrderReference order);
}
