package io.sluice.edge.authentication;

import io.sluice.core.merchant.model.RateLimit;
import io.sluice.edge.authentication.AdmissionDecision.Admitted;
import io.sluice.edge.authentication.AdmissionDecision.Bucket;
import io.sluice.edge.authentication.AdmissionDecision.Limited;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;

/**
 * What is left when Redis is away: this instance's share of each rate. Replays are then held off by the signature's time
 * window and, where money moves, by the idempotency key.
 */
public final class LocalAdmission implements Admission {

    private static final int MOST_KEPT = 100_000;

    /** By merchant or by merchant and key: when the bucket will be full again. */
    private final Map<String, AtomicLong> fullAtNanos = new ConcurrentHashMap<>();

    private final int instances;
    private final LongSupplier nanoTime;

    /** @param instances among how many edges the rates are shared */
    public LocalAdmission(int instances, LongSupplier nanoTime) {
        this.instances = instances;
        this.nanoTime = nanoTime;
    }

    @Override
    public Mono<AdmissionDecision> admit(AdmissionRequest request) {
        return Mono.fromSupplier(() -> decide(request, nanoTime.getAsLong()));
    }

    private AdmissionDecision decide(AdmissionRequest request, long now) {
        AdmissionDecision ofMerchant =
                take(Bucket.MERCHANT, fullAt(request.merchant(), now), request.merchantLimit(), now);
        RateLimit keyLimit = request.keyLimit();
        if (keyLimit == null || !(ofMerchant instanceof Admitted merchant)) {
            return ofMerchant;
        }
        AtomicLong keyFullAt = fullAt(request.merchant() + ' ' + request.keyId(), now);
        AdmissionDecision ofKey = take(Bucket.KEY, keyFullAt, keyLimit, now);
        if (ofKey instanceof Limited) {
            giveBack(request, now);
        }
        return ofKey instanceof Admitted key && merchant.remaining() <= key.remaining() ? merchant : ofKey;
    }

    private AdmissionDecision take(Bucket bucket, AtomicLong fullAt, RateLimit limit, long now) {
        long interval = interval(limit);
        long depth = interval * Math.max(1, limit.burst() / instances);
        while (true) {
            long before = fullAt.get();
            long after = Math.max(before, now) + interval;
            if (after - now > depth) {
                return new Limited(bucket, Duration.ofNanos(after - now - depth));
            }
            if (fullAt.compareAndSet(before, after)) {
                return new Admitted(bucket, (depth - (after - now)) / interval, Duration.ofNanos(after - now));
            }
        }
    }

    /** A request that its key's limit refuses costs the merchant nothing, as in Redis. */
    private void giveBack(AdmissionRequest request, long now) {
        fullAt(request.merchant(), now).addAndGet(-interval(request.merchantLimit()));
    }

    /** Nanoseconds a token, of this instance's share. */
    private long interval(RateLimit limit) {
        return Math.max(1, 1_000_000_000L * instances / limit.permitsPerSecond());
    }

    /** Forgetting them all lets each begin anew with a full bucket, which is the lesser evil. */
    private AtomicLong fullAt(String bucket, long now) {
        if (fullAtNanos.size() > MOST_KEPT) {
            fullAtNanos.clear();
        }
        return fullAtNanos.computeIfAbsent(bucket, key -> new AtomicLong(now));
    }
}
