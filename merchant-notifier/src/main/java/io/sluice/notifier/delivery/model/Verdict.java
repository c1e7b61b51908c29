package io.sluice.notifier.delivery.model;

import java.time.Duration;

/** What becomes of a delivery after an attempt. */
public sealed interface Verdict {

    /** The receiver took it. */
    record Delivered() implements Verdict {}

    /** Again, after the delay. */
    record Retry(Duration delay) implements Verdict {}

    /** No attempt is left, or the receiver said that it will never take it. */
    record Exhausted() implements Verdict {}

    /** The name under which the queue keeps it. */
    default DeliveryState state() {
        return switch (this) {
            case Delivered _ -> DeliveryState.DELIVERED;
            case Retry _ -> DeliveryState.PENDING;
            case Exhausted _ -> DeliveryState.EXHAUSTED;
        };
    }
}
