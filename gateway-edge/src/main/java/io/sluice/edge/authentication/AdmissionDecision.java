package io.sluice.edge.authentication;

import java.time.Duration;

/** What became of the question. */
public sealed interface AdmissionDecision {

    /**
     * @param remaining requests left in the bucket
     * @param untilFull how long until it is full again if nothing comes
     */
    record Admitted(long remaining, Duration untilFull) implements AdmissionDecision {}

    record Limited(Duration retryAfter) implements AdmissionDecision {}

    /** The nonce was seen before with this key. */
    record Replayed() implements AdmissionDecision {}
}
