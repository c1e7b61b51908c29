package io.sluice.notifier;

import io.sluice.notifier.delivery.Limits;
import io.sluice.notifier.delivery.model.RetrySchedule;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What {@code merchant-notifier.yml} says of webhooks.
 *
 * @param allowPrivate whether plain HTTP and addresses that are not public are allowed; for sandboxes
 * @param timeout for one attempt, from looking up the host to the head of the answer
 * @param backoffScale shortens the retry schedule; for sandboxes and tests
 * @param poll how often the queue is looked into for what nobody has announced
 * @param connections open to all receivers together
 * @param shelfLife for how long a delivery that was taken may wait for its turn
 */
@ConfigurationProperties("sluice.webhook")
record NotifierProperties(
        boolean allowPrivate,
        Duration timeout,
        double backoffScale,
        Duration poll,
        Duration shelfLife,
        int connections,
        int inFlight,
        int inFlightPerEndpoint) {

    /** What recording an attempt may take after the attempt itself. */
    private static final Duration RECORDING = Duration.ofSeconds(5);

    Limits limits() {
        return new Limits(inFlight, inFlightPerEndpoint, timeout.plus(RECORDING), shelfLife);
    }

    RetrySchedule schedule() {
        return RetrySchedule.STANDARD.scaledBy(backoffScale);
    }
}
