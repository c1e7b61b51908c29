package io.sluice.core.modification;

import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.payment.model.Payment;
import reactor.core.publisher.Mono;

/** How often a payment's channel captures what it holds. */
@FunctionalInterface
public interface CaptureTerms {

    /** One answer, always: never empty. */
    Mono<ManualCapture> of(Payment payment);
}
