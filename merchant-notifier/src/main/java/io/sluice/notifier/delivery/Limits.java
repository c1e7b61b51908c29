package io.sluice.notifier.delivery;

import java.time.Duration;

/**
 * What one instance holds at once.
 *
 * @param inFlight webhooks held for all endpoints together
 * @param inFlightPerEndpoint webhooks on their way to one endpoint that answers well; one that fails gets fewer
 * @param attempt the most that one attempt takes, from connecting to its record
 * @param shelfLife for how long a delivery that was taken may wait for its attempt; then it is left to the next taker
 */
public record Limits(int inFlight, int inFlightPerEndpoint, Duration attempt, Duration shelfLife) {

    public Limits {
        if (inFlight < 1 || inFlightPerEndpoint < 1) {
            throw new IllegalArgumentException("limits of webhooks in flight must be 1 at least");
        }
        if (!attempt.isPositive() || !shelfLife.isPositive()) {
            throw new IllegalArgumentException("an attempt's time and the shelf life must be positive");
        }
    }

    /** For how long a delivery that was taken is nobody else's; after a crash it waits that long. */
    public Duration lease() {
        return attempt.plus(shelfLife);
    }
}
