package io.sluice.edge.authentication.redis;

import static io.github.resilience4j.circuitbreaker.CircuitBreaker.State.OPEN;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.loop.Home;
import io.sluice.edge.authentication.Admission;
import io.sluice.edge.authentication.AdmissionDecision;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Redis decides while it answers; when it does not, this instance decides by itself. A request never waits for it. */
final class ResilientAdmission implements Admission {

    private final Admission redis;
    private final Admission local;
    private final CircuitBreaker breaker = CircuitBreaker.of("redis", breakerConfig());
    private final Counter decidedLocally;

    ResilientAdmission(Admission redis, Admission local, MeterRegistry meters) {
        this.redis = redis;
        this.local = local;
        this.decidedLocally = Counter.builder("sluice.admission.local")
                .description("requests admitted or limited without Redis")
                .register(meters);
        Gauge.builder("sluice.admission.breaker.open", breaker, redisBreaker -> redisBreaker.getState() == OPEN ? 1 : 0)
                .description("1 while Redis is not asked because it failed")
                .register(meters);
    }

    @Override
    public Mono<AdmissionDecision> admit(AdmissionRequest request) {
        return Home.returning(redis.admit(request))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorResume(away -> {
                    decidedLocally.increment();
                    return local.admit(request);
                });
    }

    private static CircuitBreakerConfig breakerConfig() {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(20)
                // A lock would hold up event loops that record at the same time.
                .slidingWindowSynchronizationStrategy(SlidingWindowSynchronizationStrategy.LOCK_FREE)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(1))
                .permittedNumberOfCallsInHalfOpenState(2)
                .build();
    }
}
