package io.sluice.edge.authentication;

import io.sluice.core.merchant.model.RateLimit;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;

/**
 * What is left when Redis is away: this instance's share of each merchant's rate. Replays are then held off by the
 * signature's time window and, where money moves, by the idempotency key.
 */
public final class LocalAdmission implements Admission {

    private static final int MOST_KEPT = 100_000;

    private final Map<String, AtomicLong> fullAtNanos = new ConcurrentHashMap<>();
    private final int instances;
    private final LongSupplier nanoTime;

    /** @param instances among how many edges the merchants' rates are shared */
    public LocalAdmission(int instances, LongSupplier nanoTime) {
        this.instances = instances;
        this.nanoTime = nanoTime;
    }

    @Override
    public Mono<AdmissionDecision> admit(AdmissionRequest request) {
        return Mono.fromSupplier(() -> take(request.merchant(), request.merchantLimit()));
    }

    private AdmissionDecision take(String merchant, RateLimit limit) {
        if (fullAtNanos.size() > MOST_KEPT) {
            fullAtNanos.clear();
        }
        long now = nanoTime.getAsLong();
        long interval = 1_000_000_000L * instances / limit.permitsPerSecond();
        long depth = interval * Math.max(1, limit.burst() / instances);
        AtomicLong bucket = fullAtNanos.computeIfAbsent(merchant, key -> new AtomicLong(now));
        while (true) {
            long before = bucket.get();
            long after = Math.max(before, now) + interval;
            if (after - now > depth) {
                return new AdmissionDecision.Limited(Duration.ofNanos(after - now - depth));
            }
            if (bucket.compareAndSet(before, after)) {
                return new AdmissionDecision.Admitted(
                        (depth - (after - now)) / interval, Duration.ofNanos(after - now));
            }
        }
    }
}
