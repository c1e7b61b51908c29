package io.sluice.core.modification;

import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.payment.model.Payment;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** What the channel of a payment's money lets be done about it. */
@FunctionalInterface
public interface ChannelTerms {

    /** How often it captures what it holds. One answer, always: never empty. */
    Mono<ManualCapture> of(Payment payment);

    /**
     * Until when what it collected at once can be undone, as far as is known before it is asked. Empty where it cannot undo that at
     * all, and where nothing was collected at once.
     */
    default Mono<Instant> chargeVoidableUntil(Payment payment) {
        return Mono.empty();
    }
}
