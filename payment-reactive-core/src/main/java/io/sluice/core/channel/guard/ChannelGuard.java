package io.sluice.core.channel.guard;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.ratelimiter.operator.RateLimiterOperator;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.TellsBalance.Balance;
import io.sluice.core.loop.InTime;
import io.sluice.core.routing.model.Health;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Protects the gateway from one channel account and the account from the gateway. A call that the breaker, the
 * rate or the bound on calls in flight refuses was provably not sent; one that passes its deadline or fails has an unknown outcome.
 */
final class ChannelGuard {

    private static final Logger log = LoggerFactory.getLogger(ChannelGuard.class);

    /** How long a channel that fails gets no calls. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final Duration deadline;
    private final CircuitBreaker breaker;
    private final CallsInFlight inFlight;
    private final RateLimiter rate;
    private final int usualCallsPerSecond;
    private final ObservedCalls calls;
    private final ChannelHealth health;

    /** @param callsPerSecond that the account may be called, unless its terms say otherwise */
    ChannelGuard(String account, ChannelEnvironment environment, int callsPerSecond, ObservedCalls calls) {
        this.deadline = environment.deadline();
        this.breaker = CircuitBreaker.of(account, breakerConfig(environment.clock()));
        this.inFlight = new CallsInFlight(environment.clock());
        this.rate = RateLimiter.of(account, rateConfig(callsPerSecond));
        this.usualCallsPerSecond = callsPerSecond;
        this.calls = calls;
        this.health = new ChannelHealth(environment.clock(), breaker, REST, deadline, calls::left);
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

    /** @param operation a verb for the metrics: {@code sign_agreement}, {@code revoke_agreement} */
    Mono<AgreementOutcome> guardAgreement(String operation, Mono<AgreementOutcome> call) {
        return guard(operation, call, Refusals.OF_AGREEMENTS);
    }

    Mono<Balance> guardBalance(Mono<Balance> call) {
        return guard("balance", call, Refusals.OF_BALANCES);
    }

    /**
     * From the call outwards: only a call that was let through has a deadline; what is watched is what was really called,
     * so that a refusal of ours is no evidence; the breaker counts the same; the bound on calls in flight and the rate refuse
     * outside of it, lest a crowd of ours look like a fault of the channel's; and what is observed is what the caller sees, refusals included.
     */
    private <T> Mono<T> guard(String operation, Mono<T> call, Refusals<T> refusals) {
        return InTime.of(call, deadline, () -> deadlinePassed(refusals))
                .onErrorResume(failure -> Mono.just(unknown(failure, refusals)))
                .transform(made -> health.watch(operation.equals("pay"), made))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transform(inFlight::within)
                .transformDeferred(RateLimiterOperator.of(rate))
                .onErrorResume(refusal -> notSent(refusal, refusals))
                .transform(guarded -> calls.observe(operation, guarded));
    }

    /** How the account does, for who chooses between accounts. */
    Health health() {
        return health.health();
    }

    /**
     * Takes effect with the next second.
     *
     * @param callsPerSecond null for the usual
     */
    void limit(@Nullable Integer callsPerSecond) {
        int wanted = callsPerSecond == null ? usualCallsPerSecond : callsPerSecond;
        if (rate.getRateLimiterConfig().getLimitForPeriod() != wanted) {
            rate.changeLimitForPeriod(wanted);
        }
    }

    CircuitBreaker.State state() {
        return breaker.getState();
    }

    int inFlight() {
        return inFlight.now();
    }

    int limitInFlight() {
        return inFlight.limit();
    }

    private static void tell(CircuitBreakerOnStateTransitionEvent change) {
        log.atWarn()
                .addKeyValue("channel_account", change.getCircuitBreakerName())
                .addKeyValue("from", change.getStateTransition().getFromState())
                .addKeyValue("to", change.getStateTransition().getToState())
                .log("the channel account's breaker changed its state");
    }

    private <T> T unknown(Throwable failure, Refusals<T> refusals) {
        return failure instanceof TimeoutException
                ? deadlinePassed(refusals)
                : refusals.unknown("channel_call_failed", failure.getClass().getSimpleName());
    }

    private <T> T deadlinePassed(Refusals<T> refusals) {
        return refusals.unknown("deadline_passed", "no answer within " + deadline.toMillis() + " ms");
    }

    private <T> Mono<T> notSent(Throwable refusal, Refusals<T> refusals) {
        return switch (refusal) {
            case CallNotPermittedException _ -> {
                calls.refused("breaker_open");
                yield Mono.just(
                        refusals.notSent("breaker_open", "the channel is failing and is given time to recover"));
            }
            case RequestNotPermitted _ -> busy("rate_limited", "the account is called as often as it may be", refusals);
            case CallsInFlight.Full _ ->
                busy("bulkhead_full", "as many calls to the channel are in flight as it answers", refusals);
            default -> Mono.error(refusal);
        };
    }

    private <T> Mono<T> busy(String code, String message, Refusals<T> refusals) {
        calls.refused(code);
        return Mono.just(refusals.busy(code, message));
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
                .waitDurationInOpenState(REST)
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .permittedNumberOfCallsInHalfOpenState(5)
                .recordResult(BreakerPolicy::isFailure)
                .build();
    }

    private static RateLimiterConfig rateConfig(int callsPerSecond) {
        return RateLimiterConfig.custom()
                .limitForPeriod(callsPerSecond)
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(Duration.ZERO)
                .build();
    }
}
