package io.sluice.core.channel;

import reactor.core.publisher.Mono;

/** Undoes captures before they are settled. */
public interface VoidsCaptures extends Channel {
    /**
     * Asks for a capture to be undone as if it had not been; how long that can be done is the channel's to say, with
     * {@link ModificationOutcome.Refused}. Repeating the same one is harmless: {@link ModificationOrder#number()} makes it
     * idempotent.
     *
     * @param order its reference is the capture's
     * @return one outcome, always; never an error and never empty
     */
    Mono<ModificationOutcome> voidCapture(ModificationOrder order);

    /** Asks what became of it, in the manner of {@link Captures#inquireCapture}. */
    Mono<ModificationOutcome> inquireVoidedCapture(ModificationOrder order);
}
