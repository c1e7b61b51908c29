package io.sluice.edge.signature.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a signature's time may lie from ours, either way, and that the signer's own expiry is honoured. */
record FreshnessPolicy(Duration maxSkew) {

    void require(Instant created, @Nullable Instant expires, Instant now) {
        Duration age = Duration.between(created, now);
        if (age.abs().compareTo(maxSkew) > 0) {
            throw new RefusedException(
                    RefusalCode.SIGNATURE_CREATED_SKEW,
                    "The signature was created at " + created.getEpochSecond() + ", which is "
                            + Math.abs(age.toSeconds())
                            + " s " + (age.isNegative() ? "ahead of" : "behind") + " our time " + now.getEpochSecond()
                            + "; at most " + maxSkew.toSeconds() + " s are allowed. Sign anew, and check the clock.");
        }
        if (expires != null && now.isAfter(expires)) {
            throw new RefusedException(
                    RefusalCode.SIGNATURE_EXPIRED,
                    "The signature expired at " + expires.getEpochSecond() + "; our time is " + now.getEpochSecond()
                            + ". Sign anew.");
        }
    }
}
