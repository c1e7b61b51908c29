package io.sluice.core.channel.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/**
 * Protects the gateway from one channel account and the account from the gateway. A call that the breaker or the
 * bulkhead refuses was provably not sent; one that passes its deadline or fails has an unknown outcome.
 */
final class ChannelGuard {

    private final String channel;
    private final Duration deadline;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final MeterRegistry meters;

    ChannelGuard(String account, String channel, Duration deadline, MeterRegistry meters) {
        this.channel = channel;
        this.deadline = deadline;
        this.breaker = CircuitBreaker.of(account, breakerConfig());
        this.bulkhead = Bulkhead.of(account, bulkheadConfig());
        this.meters = meters;
        Gauge.builder("sluice.channel.breaker.open", breaker, b -> b.getState() == CircuitBreaker.State.OPEN ? 1 : 0)
                .description("1 while calls to the channel account are refused")
                .tag("channel", channel)
                .tag("account", account)
                .register(meters);
    }

    /** @param operation a verb for the metrics: {@code pay}, {@code inquire}, {@code close} */
    Mono<ChannelOutcome> guard(String operation, Mono<ChannelOutcome> call) {
        return Mono.defer(() -> {
            Timer.Sample sample = Timer.start(meters);
            return call.timeout(deadline)
                    .onErrorResume(this::unknown)
                    .transformDeferred(CircuitBreakerOperator.of(breaker))
                    .transformDeferred(BulkheadOperator.of(bulkhead))
                    .onErrorResume(ChannelGuard::notSent)
                    .doOnNext(outcome -> sample.stop(timer(operation, outcome)));
        });
    }

    private Mono<ChannelOutcome> unknown(Throwable failure) {
        String code = failure instanceof TimeoutException ? "deadline_passed" : "channel_call_failed";
        String message = failure instanceof TimeoutException
                ? "no answer within " + deadline.toMillis() + " ms"
                : failure.getClass().getSimpleName();
        return Mono.just(new Unknown(code, message));
    }

    private static Mono<ChannelOutcome> notSent(Throwable refusal) {
        if (refusal instanceof CallNotPermittedException) {
            return Mono.just(new NotSent("breaker_open", "the channel is failing and is given time to recover"));
        }
        if (refusal instanceof BulkheadFullException) {
            return Mono.just(new NotSent("bulkhead_full", "too many calls to the channel are in flight"));
        }
        return Mono.error(refusal);
    }

    private Timer timer(String operation, ChannelOutcome outcome) {
        return Timer.builder("sluice.channel.call")
                .tag("channel", channel)
                .tag("operation", operation)
                .tag("outcome", outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    private static CircuitBreakerConfig breakerConfig() {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
                .slidingWindowSize(10)
                .minimumNumberOfCalls(20)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .permittedNumberOfCallsInHalfOpenState(5)
                .recordResult(result -> result instanceof Unknown || result instanceof NotSent)
                .build();
    }

    private static BulkheadConfig bulkheadConfig() {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(4096)
                .maxWaitDuration(Duration.ZERO)
                .build();
    }
}
