package io.sluice.core.payment;

import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.loop.InTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Work that goes on when the caller leaves or has waited long enough: neither must cancel a payment that is under way. The
 * reactor Context goes along, and whoever counts what the gateway is doing counts it to its end. Counts what is under way, so
 * that a shutdown can wait for it.
 */
public final class Detached {

    private final AtomicInteger inFlight = new AtomicInteger();

    /** Runs {@code work} once per subscription, to its end, whatever the subscriber does. */
    public <T> Mono<T> run(Mono<T> work) {
        return Mono.create(caller -> DetachedRun.start(work, caller, inFlight));
    }

    /**
     * The same for a caller who does not wait for longer than that.
     *
     * @param late what he is told then; null when he is to wait on after all
     */
    public <T> Mono<T> run(Mono<T> work, Duration patience, Supplier<@Nullable T> late) {
        return InTime.of(run(work), patience, late);
    }

    /**
     * The same for a caller who is to know in that time whether something was written; the rest takes as long as it takes.
     *
     * @return fails with {@link WriteInDoubtException} when the time is over; what is written later goes on all the same
     */
    public <A, T> Mono<T> run(Mono<A> written, Duration within, Function<A, Mono<T>> rest) {
        AtomicBoolean known = new AtomicBoolean();
        return run(written.doOnTerminate(() -> known.set(true)).flatMap(rest), within, () -> {
            if (known.get()) {
                return null;
            }
            throw new WriteInDoubtException("the store does not answer", null);
        });
    }

    public int inFlight() {
        return inFlight.get();
    }
}
