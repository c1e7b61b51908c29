package io.sluice.core.channel;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Undoes what an order collected at once, before it is settled. */
public interface VoidsCharges extends Channel {
    /**
     * Until when such a charge can be undone, by the channel's own day. It is not asked from then on, and may have refused before: the last word is
     * its {@link ModificationOutcome.Refused}.
     *
     * @param paidAt when it became known that the order was paid
     */
    Instant chargeVoidableUntil(Instant paidAt);

    /**
     * Asks for all of a charge to be undone as if it had not been. Repeating the same one is harmless:
     * {@link ModificationOrder#number()} makes it idempotent.
     *
     * @param order its reference is the charge's
     * @return one outcome, always; never an error and never empty
     */
    Mono<ModificationOutcome> voidCharge(ModificationOrder order);

    /** Asks what became of it, in the manner of {@link Captures#inquireCapture}. */
    Mono<ModificationOutcome> inquireVoidedCharge(ModificationOrder order);
}
