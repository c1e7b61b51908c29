package io.sluice.core.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a relay shows of itself; a passive one shows zeros. */
final class RelayMeters {

    private static final long PROBE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Counter published;
    private volatile boolean active;
    private volatile @Nullable Instant oldest;
    private long probedAt = System.nanoTime();

    RelayMeters(MeterRegistry registry) {
        published = Counter.builder("sluice.relay.published")
                .description("Events acknowledged by the broker")
                .register(registry);
        Gauge.builder("sluice.relay.active", this, meters -> meters.active ? 1 : 0)
                .description("1 where this instance relays the event log")
                .register(registry);
        Gauge.builder("sluice.relay.lag", this, RelayMeters::lagSeconds)
                .description("Age of the oldest event that is not published")
                .baseUnit("seconds")
                .register(registry);
    }

    void active() {
        active = true;
    }

    void passive() {
        active = false;
        oldest = null;
    }

    void oldest(@Nullable Instant unpublished) {
        oldest = unpublished;
    }

    void published(int events) {
        published.increment(events);
        oldest = null;
    }

    /** Whether it is time to ask what waits behind transactions in flight, which the relay itself does not see. */
    boolean probeIsDue() {
        long now = System.nanoTime();
        if (now - probedAt < PROBE_NANOS) {
            return false;
        }
        probedAt = now;
        return true;
    }

    private double lagSeconds() {
        Instant since = oldest;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, Instant.now()).toMillis() / 1000.0);
    }
}
