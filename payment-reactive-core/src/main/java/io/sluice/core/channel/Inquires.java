package io.sluice.core.channel;

import reactor.core.publisher.Mono;

/** Tells what became of an order. */
public interface Inquires extends Channel {

    /**
     * Asks the channel. Where a payer's consent alone moves no money, this also completes an order that its payer has agreed
     * to; asked twice, it is completed once. {@link ChannelOutcome.Absent} is what it says now; whether that is definite is the caller's to
     * decide, by the in-doubt window of {@link Capabilities}.
     *
     * @return one outcome, always; never an error and never empty
     */
    Mono<ChannelOutcome> inquire(OrderReference order);
}
