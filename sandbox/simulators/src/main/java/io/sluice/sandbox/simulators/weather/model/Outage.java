package io.sluice.sandbox.simulators.weather.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A time in which the channel is not there. Nothing is carried out in it. */
public record Outage(Kind kind, Instant until) {

    /** What a client notices. */
    public enum Kind {
        /** Nobody listens: connecting fails, and what was connected is cut. */
        REFUSED,
        /** Connecting succeeds, and every request's connection is closed. */
        CUT,
        /** Requests are taken and never answered. */
        SILENT;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isOverAt(Instant now) {
        return !now.isBefore(until);
    }

    public Duration leftAt(Instant now) {
        return isOverAt(now) ? Duration.ZERO : Duration.between(now, until);
    }
}
