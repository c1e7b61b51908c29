package io.sluice.core.channel;

import reactor.core.publisher.Mono;

/** Gives money back that an order of this account collected. */
public interface Refunds extends Channel {

    /**
     * Asks for a refund. Repeating the same one is harmless: {@link RefundOrder#number()} makes it idempotent.
     *
     * @return one outcome, always; never an error and never empty
     */
    Mono<RefundOutcome> refund(RefundOrder order);

    /**
     * Asks what became of a refund. {@link RefundOutcome.Absent} is what the channel says now; whether that is definite is
     * the caller's to decide, by the in-doubt window of {@link Capabilities}.
     *
     * @return one outcome, always; never an error and never empty
     */
    Mono<RefundOutcome> inquireRefund(RefundOrder order);
}
