package io.sluice.core.channel;

import reactor.core.publisher.Mono;

/** Gives money back that an order of this account collected. */
public interface Refunds extends Channel {

    /**
     * Asks for a refund. Repeating the same one is harmless: {@link ModificationOrder#number()} makes it idempotent.
     *
     * @return one outcome, always; never an error and never empty
     */
    Mono<ModificationOutcome> refund(ModificationOrder order);

    /**
     * Asks what became of a refund. {@link ModificationOutcome.Absent} is what the channel says now; whether that is definite is
     * the caller's to decide, by the in-doubt window of {@link Capabilities}.
     *
     * @return one outcome, always; never an error and never empty
     */
    Mono<ModificationOutcome> inquireRefund(ModificationOrder order);
}
