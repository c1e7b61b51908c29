package io.sluice.notifier.delivery.model;

import java.time.Duration;
import java.util.Optional;

/** How one attempt to deliver went. */
public sealed interface Exchange {

    /**
     * The receiver answered.
     *
     * @param status the HTTP status
     * @param excerpt the beginning of the body, as text
     */
    record Answered(int status, Optional<Duration> retryAfter, String excerpt) implements Exchange {}

    /**
     * There was no answer, or nobody to ask. The receiver may have seen the request nevertheless.
     *
     * @param error in words for the merchant
     */
    record Failed(String error) implements Exchange {}
}
