package io.sluice.core.channel.guard;

import io.sluice.core.channel.guard.InFlightLimit.Seen;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import reactor.core.publisher.Mono;

/**
 * Lets as many calls of an account wait for their answers as its answers allow, and turns the others away at once. Without
 * a lock, for event loops begin and end calls at the same time; so a limit may be passed by as many as there are loops.
 */
final class CallsInFlight {

    private static final long INTERVAL_MS = 1000;

    private final Clock clock;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final LongAdder answered = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAccumulator peak = new LongAccumulator(Math::max, 0);
    private final AtomicLong nextIntervalMs;
    private volatile InFlightLimit limit = InFlightLimit.UNTRIED;

    private final WatchedCall.Watch watch = new WatchedCall.Watch() {

        @Override
        public void told(Object outcome) {
            ended(outcome);
        }

        @Override
        public void over() {
            inFlight.decrementAndGet();
        }
    };

    /** Thrown a lot when it is, and caught at once. */
    static final class Full extends RuntimeException {

        private Full() {
            super("no more calls may be in flight", null, false, false);
        }
    }

    CallsInFlight(Clock clock) {
        this.clock = clock;
        this.nextIntervalMs = new AtomicLong(clock.millis() + INTERVAL_MS);
    }

    /** The call, which is not made but fails as {@link Full} where as many wait as may. */
    <T> Mono<T> within(Mono<T> call) {
        return new WatchedCall<>(call, _ -> {
            int now = inFlight.incrementAndGet();
            if (now > limit.calls()) {
                inFlight.decrementAndGet();
                throw new Full();
            }
            peak.accumulate(now);
            return watch;
        });
    }

    private void ended(Object outcome) {
        (BreakerPolicy.isFailure(outcome) ? lost : answered).increment();
        long nowMs = clock.millis();
        long dueMs = nextIntervalMs.get();
        if (nowMs >= dueMs && nextIntervalMs.compareAndSet(dueMs, nowMs + INTERVAL_MS)) {
            limit = limit.after(new Seen(answered.sumThenReset(), lost.sumThenReset(), peak.intValue()));
            peak.reset();
            peak.accumulate(inFlight.get());
        }
    }

    int now() {
        return inFlight.get();
    }

    int limit() {
        return limit.calls();
    }
}
