package io.sluice.notifier.delivery.model;

import java.time.Duration;
import java.time.Instant;

/** One attempt at a delivery, when it began, how it went and what follows. */
public record Attempt(Delivery delivery, Instant at, Duration took, Exchange exchange, Verdict verdict) {

    public boolean delivered() {
        return verdict instanceof Verdict.Delivered;
    }
}
