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
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ModificationOutcome;
import java.time.Clock;
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

    ChannelGuard(String account, ChannelEnvironment environment, ObservedCalls calls) {
        this.deadline = environment.deadline();
        this.breaker = CircuitBreaker.of(account, breakerConfig(environment.clock()));
        this.bulkhead = Bulkhead.of(account, bulkheadConfig());
        this.calls = calls;
        breaker.getEventPublisher().onStateTransition(ChannelGuard::tell);
    }

    /** @param operation a verb for the metrics: {@code pay}, {@code inquire}, {@code close} */
    Mono<ChannelOutcome> guard(String operation, Mono<ChannelOutcome> call) {
        return guard(operation, call, Refusals.OF_ORDERS);
    }

    /** @param operation a verb for the metrics: {@code refund}, {@code inquire_refund} */
    Mono<ModificationOutcome> guardModification(String operation, Mono<ModificationOutcome> call) {
        return guard(operation, call, Refusals.OF_MODIFICATIONS);
    }

    private <T> Mono<T> guard(String operation, Mono<T> call, Refusals<T> refusals) {
        return call.timeout(deadline)
                .onErrorResume(failure -> unknown(failure, refusals))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .onErrorResume(refusal -> notSent(refusal, refusals))
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

    private <T> Mono<T> unknown(Throwable failure, Refusals<T> refusals) {
        String code = failure instanceof TimeoutException ? "deadline_passed" : "channel_call_failed";
        String message = failure instanceof TimeoutException
                ? "no answer within " + deadline.toMillis() + " ms"
                : failure.getClass().getSimpleName();
        return Mono.just(refusals.unknown(code, message));
    }

    private static <T> Mono<T> notSent(Throwable refusal, Refusals<T> refusals) {
        if (refusal instanceof CallNotPermittedException) {
            return Mono.just(refusals.notSent("breaker_open", "the channel is failing and is given time to recover"));
        }
        if (refusal instanceof BulkheadFullException) {
            return Mono.just(refusals.notSent("bulkhead_full", "too many calls to the channel are in flight"));
        }
        return Mono.error(refusal);
    }

    private static boolean isFailure(Object result) {
        return switch (result) {
            case ChannelOutcome outcome -> BreakerPolicy.isFailure(outcome);
            case ModificationOutcome outcome -> BreakerPolicy.isFailure(outcome);
            default -> false;
        };
    }

    private static CircuitBreakerConfig breakerConfig(Clock clock) {
        return CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
                .slidingWindowSize(10)
                // A lock would hold up event loops that record at the same time.
                .slidingWindowSynchronizationStrategy(SlidingWindowSynchronizationStrategy.LOCK_FREE)
                .minimumNumberOfCalls(20)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .permittedNumberOfCallsInHalfOpenState(5)
                .recordResult(ChannelGuard::isFailure)
                .build();
    }

    private static BulkheadConfig bulkheadConfig() {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(MOST_IN_FLIGHT)
                .maxWaitDuration(Duration.ZERO)
                .build();
    }
}
