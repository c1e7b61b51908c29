package io.sluice.sandbox.simulators.callback.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One sending of a callback: {@code status} is what the merchant answered (0 when nothing), {@code next} when it is sent again. */
public record Delivery(
        String callbackId,
        Variant variant,
        String eventType,
        String subject,
        String url,
        int sending,
        int status,
        @Nullable String problem,
        long tookMs,
        Instant at,
        @Nullable Instant next) {}
