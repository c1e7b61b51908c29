package io.sluice.edge.authentication;

import io.sluice.core.merchant.model.RateLimit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** The RateLimit and RateLimit-Policy fields of draft-ietf-httpapi-ratelimit-headers. */
final class RateLimitHeaders {

    private RateLimitHeaders() {}

    static void write(ServerWebExchange exchange, RateLimit limit, AdmissionDecision decision) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        long window = Math.max(1, Math.ceilDiv(limit.burst(), limit.permitsPerSecond()));
        switch (decision) {
            case AdmissionDecision.Admitted admitted ->
                headers.set(
                        "RateLimit",
                        "\"merchant\";r=" + admitted.remaining() + ";t="
                                + Math.ceilDiv(admitted.untilFull().toMillis(), 1000));
            case AdmissionDecision.Limited limited ->
                headers.set(
                        "RateLimit",
                        "\"merchant\";r=0;t="
                                + Math.max(1, Math.ceilDiv(limited.retryAfter().toMillis(), 1000)));
            case AdmissionDecision.Replayed replayed -> {}
        }
        headers.set("RateLimit-Policy", "\"merchant\";q=" + limit.burst() + ";w=" + window);
    }
}
