package io.sluice.core.channel.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Protects the gateway from one channel account and the account from the gateway. A call that the breaker or the
 * bulkhead refuses was provably not sent; one that passes its deadline or fails has an unknown outcome.
 */
final class ChannelGuard {

    private static final Logger log = LoggerFactory.getLogger(ChannelGuard.class);
    private static final int MOST_IN_FLIGHT = 4096;

    private final Duration deadline;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final ObservedCalls calls;

    ChannelGuard(String account, Duration deadline, ObservedCalls calls) {
        this.deadline = deadline;
        this.breaker = CircuitBreaker.of(account, breakerConfig());
        this.bulkhead = Bulkhead.of(account, bulkheadConfig());
        this.calls = calls;
        breaker.getEventPublisher().onStateTransition(ChannelGuard::tell);
    }

    /** @param operation a verb for the metrics: {@code pay}, {@code inquire}, {@code close} */
    Mono<ChannelOutcome> guard(String operation, Mono<ChannelOutcome> call) {
        return call.timeout(deadline)
                .onErrorResume(this::unknown)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .onErrorResume(ChannelGuard::notSent)
                .transform(guarded -> calls.observe(operation, guarded));
    }

    CircuitBreaker.State state() {
        return breaker.getState();
    }

    int inFlight() {
        return MOST_IN_FLIGHT - bulkhead.getMetrics().getAvailableConcurrentCalls();
    }

    private static void tell(CircuitBreakerOnStateTransitionEvent change) {
        log.atWarn()
                .addKeyValue("channel_account", change.getCircuitBreakerName())
                .addKeyValue("from", change.getStateTransition().getFromState())
                .addKeyValue("to", change.getStateTransition().getToState())
                .log("the channel account's breaker changed its state");
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
            return Mono.just(
                    new NotSent(Fault.CHANNEL, "breaker_open", "the channel is failing and is given time to recover"));
        }
        if (refusal instanceof BulkheadFullException) {
            return Mono.just(
                    new NotSent(Fault.CHANNEL, "bulkhead_full", "too many calls to the channel are in flight"));
        }
        return Mono.error(refusal);
    }

    private static CircuitBreakerConfig breakerConfig() {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
                .slidingWindowSize(10)
                // A lock would hold up event loops that record at the same time.
                .slidingWindowSynchronizationStrategy(SlidingWindowSynchronizationStrategy.LOCK_FREE)
                .minimumNumberOfCalls(20)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .permittedNumberOfCallsInHalfOpenState(5)
                .recordResult(result -> result instanceof ChannelOutcome outcome && BreakerPolicy.isFailure(outcome))
                .build();
    }

    private static BulkheadConfig bulkheadConfig() {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(MOST_IN_FLIGHT)
                .maxWaitDuration(Duration.ZERO)
                .build();
    }
}
