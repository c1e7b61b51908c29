package io.sluice.core.channel.guard;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.routing.model.Health;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * How an account does, for the router: what became of its last orders, and whether it is failing right now. Opens the breaker
 * long before the breaker's own window would: after a few failures in a row, and when the channel has fallen silent.
 */
final class ChannelHealth {

    /** Orders that the channel fails one after the other, with none in between that it answers. */
    static final int FAILURES_IN_A_ROW = 5;

    private static final long FRESH_MS = 20;

    private final Clock clock;
    private final CircuitBreaker breaker;
    private final Duration rest;
    private final Consumer<String> left;
    private final InFlightCalls inFlight;
    private final RecentCalls recent = new RecentCalls();
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private volatile long lastAnswerMs;
    private volatile long openUntilMs;
    private volatile long patienceMs;
    private volatile long suspectSinceMs;
    private volatile @Nullable Look lastLook;

    private record Look(Health health, long atMs) {}

    /**
     * @param rest how long the breaker stays open
     * @param longest no call waits for longer
     * @param left is told why the channel is left, each time it is
     */
    ChannelHealth(Clock clock, CircuitBreaker breaker, Duration rest, Duration longest, Consumer<String> left) {
        this.clock = clock;
        this.breaker = breaker;
        this.rest = rest;
        this.left = left;
        this.inFlight = new InFlightCalls(longest);
        breaker.getEventPublisher()
                .onStateTransition(change -> moved(change.getStateTransition().getToState()));
    }

    private void moved(CircuitBreaker.State to) {
        if (to == CircuitBreaker.State.OPEN) {
            openUntilMs = clock.millis() + rest.toMillis();
        }
        failuresInARow.set(0);
        lastLook = null;
    }

    /** Watches a call that is made, whatever came of it. */
    <T> Mono<T> watch(boolean order, Mono<T> call) {
        return new WatchedCall<>(call, _ -> {
            long startedMs = clock.millis();
            long tick = inFlight.begin(startedMs);
            return new WatchedCall.Watch() {

                @Override
                public void told(Object outcome) {
                    ended(order, outcome, startedMs);
                }

                @Override
                public void over() {
                    inFlight.end(tick);
                }
            };
        });
    }

    private void ended(boolean order, Object outcome, long startedMs) {
        long nowMs = clock.millis();
        boolean failed = BreakerPolicy.isFailure(outcome);
        if (!failed) {
            lastAnswerMs = nowMs;
        }
        if (!order) {
            return;
        }
        if (failed) {
            recent.lost(nowMs);
            count();
        } else {
            failuresInARow.set(0);
            recent.answered(!(outcome instanceof ChannelOutcome.Declined), nowMs - startedMs, nowMs);
        }
    }

    private void count() {
        boolean probing = breaker.getState() == CircuitBreaker.State.HALF_OPEN;
        if (failuresInARow.incrementAndGet() >= (probing ? 1 : FAILURES_IN_A_ROW)) {
            leave("failing");
        }
    }

    private void leave(String why) {
        CircuitBreaker.State state = breaker.getState();
        if (state == CircuitBreaker.State.CLOSED || state == CircuitBreaker.State.HALF_OPEN) {
            left.accept(why);
            breaker.transitionToOpenState();
        }
    }

    /** As the router is to see it; looks after silence at most every few milliseconds. */
    Health health() {
        long nowMs = clock.millis();
        Look last = lastLook;
        if (last != null && nowMs - last.atMs < FRESH_MS && nowMs >= last.atMs) {
            return last.health;
        }
        RecentCalls.Seen seen = recent.seen(nowMs);
        patienceMs = SilencePolicy.patienceMs(seen, patienceMs);
        leaveWhenSilent(last == null ? 0 : last.atMs, nowMs);
        Health health = new Health(state(nowMs), seen.successPermille(), (int) seen.meanMs(), seen.samples());
        lastLook = new Look(health, nowMs);
        return health;
    }

    private void leaveWhenSilent(long lookedMs, long nowMs) {
        boolean silent = inFlight.all() >= SilencePolicy.CALLS
                && SilencePolicy.isSilent(inFlight.olderThan(patienceMs, nowMs), lastAnswerMs, patienceMs, nowMs);
        boolean goesOn = suspectSinceMs > 0 && nowMs - lookedMs <= SilencePolicy.LOOK_GAP_MS;
        if (!silent) {
            suspectSinceMs = 0;
        } else if (!goesOn) {
            suspectSinceMs = nowMs;
        } else if (nowMs - suspectSinceMs >= SilencePolicy.CONFIRMED_AFTER_MS) {
            leave("silent");
        }
    }

    /** One probe at a time, and what is left hanging from before counts as one. */
    private Health.State state(long nowMs) {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN ->
                nowMs < openUntilMs || inFlight.all() > 0 ? Health.State.FAILING : Health.State.RECOVERING;
            case HALF_OPEN -> inFlight.all() > 0 ? Health.State.FAILING : Health.State.RECOVERING;
            default -> Health.State.WORKING;
        };
    }
}
