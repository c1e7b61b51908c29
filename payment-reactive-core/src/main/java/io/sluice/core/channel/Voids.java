package io.sluice.core.channel;

import reactor.core.publisher.Mono;

/** Releases money that an authorization of this account still holds. */
public interface Voids extends Channel {
    /**
     * Asks for what was not captured to be released. Repeating the same one is harmless:
     * {@link ModificationOrder#number()} makes it idempotent.
     *
     * @param order its reference is the authorization's
     * @return one outcome, always; never an error and never empty. An authorization that was voided or has lapsed by itself
     *     holds nothing any more, and that is a success
     */
    Mono<ModificationOutcome> voidAuthorization(ModificationOrder order);

    /** Asks what became of it, in the manner of {@link Captures#inquireCapture}. */
    Mono<ModificationOutcome> inquireVoid(ModificationOrder order);
}
