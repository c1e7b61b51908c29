package io.sluice.edge.authentication;

import java.time.Duration;

/** What became of the question. */
public sealed interface AdmissionDecision {

    /**
     * @param bucket the one with the least left
     * @param remaining requests left in it
     * @param untilFull how long until it is full again if nothing comes
     */
    record Admitted(Bucket bucket, long remaining, Duration untilFull) implements AdmissionDecision {}

    /** @param bucket the one that is empty */
    record Limited(Bucket bucket, Duration retryAfter) implements AdmissionDecision {}

    /** The nonce was seen before with this key. */
    record Replayed() implements AdmissionDecision {}

    /** Whose tokens they are. */
    enum Bucket {
        MERCHANT,
        KEY
    }
}
