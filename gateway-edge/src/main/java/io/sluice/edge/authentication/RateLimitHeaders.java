package io.sluice.edge.authentication;

import io.sluice.core.merchant.model.RateLimit;
import io.sluice.edge.authentication.Admission.AdmissionRequest;
import io.sluice.edge.authentication.AdmissionDecision.Bucket;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/**
 * The RateLimit and RateLimit-Policy fields of draft-ietf-httpapi-ratelimit-headers: a policy for each bucket, with its
 * size and how many seconds an empty one takes to fill, and of the one with the least left how much that is.
 */
final class RateLimitHeaders {

    private RateLimitHeaders() {}

    static void write(HttpHeaders headers, AdmissionRequest request, AdmissionDecision decision) {
        String policies = policy(Bucket.MERCHANT, request.merchantLimit());
        RateLimit keyLimit = request.keyLimit();
        headers.set("RateLimit-Policy", keyLimit == null ? policies : policies + ", " + policy(Bucket.KEY, keyLimit));
        switch (decision) {
            case AdmissionDecision.Admitted(Bucket bucket, long remaining, Duration untilFull) ->
                headers.set("RateLimit", state(bucket, remaining, seconds(untilFull)));
            case AdmissionDecision.Limited(Bucket bucket, Duration retryAfter) ->
                headers.set("RateLimit", state(bucket, 0, Math.max(1, seconds(retryAfter))));
            case AdmissionDecision.Replayed replayed -> {}
        }
    }

    private static String policy(Bucket bucket, RateLimit limit) {
        long windowSeconds = Math.max(1, Math.ceilDiv(limit.burst(), limit.permitsPerSecond()));
        return name(bucket) + ";q=" + limit.burst() + ";w=" + windowSeconds;
    }

    private static String state(Bucket bucket, long remaining, long seconds) {
        return name(bucket) + ";r=" + remaining + ";t=" + seconds;
    }

    private static String name(Bucket bucket) {
        return '"' + bucket.name().toLowerCase(Locale.ROOT) + '"';
    }

    private static long seconds(Duration duration) {
        return Math.ceilDiv(duration.toMillis(), 1000);
    }
}
