package io.sluice.core.channel;

import reactor.core.publisher.Mono;

/** Collects money that an authorization of this account holds. */
public interface Captures extends Channel {
    /**
     * Asks for a capture. Repeating the same one is harmless: {@link ModificationOrder#number()} makes it idempotent.
     *
     * @param order its reference is the authorization's
     * @return one outcome, always; never an error and never empty. The reference of a success is the capture's, by which it
     *     is voided or refunded
     */
    Mono<ModificationOutcome> capture(ModificationOrder order);

    /**
     * Asks what became of a capture. {@link ModificationOutcome.Absent} is what the channel says now; whether that is
     * definite is the caller's to decide, by the in-doubt window of {@link Capabilities}.
     *
     * @return one outcome, always; never an error and never empty
     */
    Mono<ModificationOutcome> inquireCapture(ModificationOrder order);
}
